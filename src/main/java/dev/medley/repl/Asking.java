package dev.medley.repl;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.compare.Comparison;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.render.OrderedBlocks;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what is said to where it is to go, shows what comes of it, and keeps it. */
public final class Asking {
  private final Session session;
  private final Screen screen;
  private final Surroundings surroundings;
  private final Routes routes;
  private final FullWindow fullWindow;

  Asking(Session session, Screen screen, Surroundings surroundings) {
    this.session = session;
    this.screen = screen;
    this.surroundings = surroundings;
    this.routes = new Routes(session, surroundings);
    this.fullWindow = new FullWindow(session, screen, surroundings);
  }

  /** Where a prompt would go, and why. */
  public Routes routes() {
    return routes;
  }

  /** What became of it; empty when nothing was sent. */
  Optional<Delivery> ask(Message said, Destination there) {
    session.said(said);
    Routes.Way way = routes.to(there, said);
    way.why().ifPresent(line -> screen.note(screen.noteStyle().dim(line)));
    return fullWindow.fit(said, way, routes).map(open -> send(said, open));
  }

  private Delivery send(Message said, Routes.Way way) {
    Prompt prompt = session.prompt(said, way.system(), way.options());
    AnswerListener listener = new AnswerListener(screen, surroundings.clock(), session.reasoning());
    Cancellation cancellation = surroundings.renewedCancellation();
    Fallback fallback = surroundings.fallback();
    Delivery delivery =
        screen.during(cancellation, () -> fallback.run(way.plan(), prompt, listener, cancellation));
    listener.finish();
    session.ended(delivery);
    keep(session.conversation(), said, delivery);
    new Afterwards(screen, session.usageLine()).tell(delivery);
    return delivery;
  }

  /** An answer that broke off is one, too, but one that is marked. */
  private void keep(Conversation before, Message said, Delivery delivery) {
    String answer = delivery.outcome().reply().text();
    if (!answer.isEmpty()) {
      boolean partial = !delivery.outcome().answered();
      session.conversation(before.plus(new Turn(said, answer, partial, delivery.model().ref())));
    }
  }

  /** Asks them all at once and shows each answer in its turn; none of them is kept yet. */
  public Compared compare(Message said, List<Target> models) {
    Conversation before = session.conversation().before(said);
    session.said(said);
    Prompt prompt = session.prompt(before, said, Optional.empty(), Parameters.NONE);
    RetryPolicy retries = surroundings.plan(models).retries();
    OrderedBlocks blocks = new OrderedBlocks(new ScreenPaper(screen), models, false);
    Dispatcher dispatcher =
        new Dispatcher(
            surroundings.clock(),
            Dispatcher.USUAL_CONCURRENCY,
            surroundings.settings().throttles());
    Comparison comparison = new Comparison(surroundings.sender(), dispatcher, surroundings.clock());
    Cancellation cancellation = surroundings.renewedCancellation();
    List<Delivery> results =
        screen.during(
            cancellation, () -> comparison.run(models, prompt, retries, blocks, cancellation));
    results.forEach(session.spending()::add);
    Compared compared = new Compared(before, said, results);
    session.compared(compared);
    return compared;
  }

  /** Goes on with the answer at this place, counted from 1, as if it had been the only one. */
  public void goOnWith(Compared compared, int number) {
    keep(compared.before(), compared.said(), compared.results().get(number - 1));
  }

  /** The models that the session's prompts go to, in order; none when rules choose them. */
  public List<Target> candidates() {
    return session.destination() instanceof Destination.Direct direct
        ? new ArrayList<>(direct.candidates())
        : List.of();
  }
}
