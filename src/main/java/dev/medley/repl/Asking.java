package dev.medley.repl;

import dev.medley.chat.Cancellation;
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
  Optional<Delivery> ask(Said said, Destination there) {
    session.said(said);
    Routes.Way way = routes.to(there, said);
    way.route().ifPresent(why -> screen.note(screen.noteStyle().dim(why.line())));
    return fullWindow.fit(said, way, routes).map(open -> send(said, open));
  }

  private Delivery send(Said said, Routes.Way way) {
    Prompt prompt = way.prompt(session, said);
    AnswerListener listener = new AnswerListener(screen, surroundings.clock(), session.reasoning());
    Cancellation cancellation = surroundings.renewedCancellation();
    Fallback fallback = surroundings.fallback();
    Journal.Sent sent =
        new Journal.Sent(
            surroundings.clock().now(),
            prompt,
            said,
            way.plan().candidates().models(),
            way.route().map(Routes.Explained::taken));
    Delivery delivery =
        screen.during(cancellation, () -> fallback.run(way.plan(), prompt, listener, cancellation));
    listener.finish();
    session.ended(delivery);
    new Afterwards(screen, session.usageLine()).tell(delivery);
    Optional<String> runId = surroundings.journal().keep(session.conversation(), sent, delivery);
    goOn(session.conversation(), said, delivery, runId);
    return delivery;
  }

  /** An answer that broke off is one, too, but one that is marked. */
  private void goOn(Conversation before, Said said, Delivery delivery, Optional<String> runId) {
    String answer = delivery.outcome().reply().text();
    if (!answer.isEmpty()) {
      boolean partial = !delivery.outcome().answered();
      session.conversation(
          before.plus(new Turn(said, answer, partial, delivery.model().ref(), runId)));
    }
  }

  /** Asks them all at once and shows each answer in its turn; none of them is gone on from yet. */
  public Compared compare(Said said, List<Target> models) {
    Conversation before = session.conversation().before(said);
    session.said(said);
    Prompt prompt = session.prompt(before, said);
    Journal.Sent sent =
        new Journal.Sent(surroundings.clock().now(), prompt, said, models, Optional.empty());
    RetryPolicy retries = surroundings.plan(models).retries();
    OrderedBlocks blocks =
        new OrderedBlocks(new ScreenPaper(screen), models, ChatHints.errors(screen.style()));
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
    List<Optional<String>> runIds = surroundings.journal().keepAll(before, sent, results);
    Compared compared = new Compared(before, said, results, runIds);
    session.compared(compared);
    return compared;
  }

  /** Goes on with the answer at this place, counted from 1, as if it had been the only one. */
  public void goOnWith(Compared compared, int number) {
    int at = number - 1;
    goOn(compared.before(), compared.said(), compared.results().get(at), compared.runIds().get(at));
  }

  /** The models that the session's prompts go to, in order; none when rules choose them. */
  public List<Target> candidates() {
    return session.destination() instanceof Destination.Direct direct
        ? new ArrayList<>(direct.candidates())
        : List.of();
  }
}
