package dev.medley.repl;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import dev.medley.render.ModelsTable;
import dev.medley.render.Style;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a prompt is too long for its model: it is said before anything is sent, and the
 * user chooses. Nothing is ever left out unasked.
 */
final class FullWindow {
  /** Of the window, so that there is room for an answer and a few more turns. */
  private static final double ROOMY = 0.75;

  private final Session session;
  private final Screen screen;
  private final Surroundings surroundings;

  FullWindow(Session session, Screen screen, Surroundings surroundings) {
    this.session = session;
    this.screen = screen;
    this.surroundings = surroundings;
  }

  /** The way to go; empty: nothing is to be sent. */
  Optional<Routes.Way> fit(Said said, Routes.Way way, Routes routes) {
    Room room = Room.of(way.prompt(session, said), way.first());
    if (!room.full()) {
      return Optional.of(way);
    }
    int drop = turnsToDrop(said, way, room.window().getAsLong());
    Optional<Target> larger = larger(room.needed(), way.first());
    screen.note(
        screen.noteStyle().yellow("too long:")
            + String.format(
                " about %,d tokens, and %s takes %,d",
                room.needed(), way.first().ref(), room.window().getAsLong()));
    if (!screen.interactive()) {
      throw new Refused(
          Failure.of(FailureKind.CONTEXT, "the conversation is too long; nothing sent")
              .withHint("/drop N leaves out the oldest turns, /model takes another"));
    }
    return chosen(said, way, routes, drop, larger);
  }

  private Optional<Routes.Way> chosen(
      Said said, Routes.Way way, Routes routes, int drop, Optional<Target> larger) {
    Style style = screen.noteStyle();
    if (drop > 0) {
      screen.note(
          "  " + style.bold("d") + "  leave out the oldest " + turns(drop) + "; they stay kept");
    }
    larger.ifPresent(
        model ->
            screen.note(
                "  "
                    + style.bold("m")
                    + "  go on with "
                    + model.name()
                    + " (window "
                    + ModelsTable.window(model.info().window())
                    + ")"));
    screen.note("  " + style.bold("s") + "  send it all the same");
    String answer = screen.ask("d, m, s, or Enter to send nothing: ").orElse("").strip();
    if (answer.equals("d") && drop > 0) {
      session.conversation(session.conversation().withoutOldest(drop));
      screen.note("left out the oldest " + turns(drop));
      return Optional.of(way);
    }
    if (answer.equals("m") && larger.isPresent()) {
      session.sendTo(new Destination.Direct(larger.get(), List.of()));
      return Optional.of(routes.to(session.destination(), said));
    }
    return answer.equals("s") ? Optional.of(way) : notSent();
  }

  private Optional<Routes.Way> notSent() {
    screen.note("nothing was sent; /drop, /model or /clear make room, /retry asks again");
    return Optional.empty();
  }

  private static String turns(int count) {
    return count == 1 ? "turn" : count + " turns";
  }

  /** The fewest that make room; none when even all are not enough. */
  private int turnsToDrop(Said said, Routes.Way way, long window) {
    Conversation all = session.conversation();
    try {
      for (int drop = 1; drop <= all.sent().size(); drop++) {
        session.conversation(all.withoutOldest(drop));
        Room room = Room.of(way.prompt(session, said), way.first());
        if (room.needed() <= window * ROOMY || drop == all.sent().size() && !room.full()) {
          return drop;
        }
      }
      return 0;
    } finally {
      session.conversation(all);
    }
  }

  /** One whose key is there: of the same provider if it can be, and no larger than need be. */
  private Optional<Target> larger(long needed, Target than) {
    return surroundings.known().stream()
        .filter(target -> target.info().window().orElse(0) * ROOMY >= needed)
        .filter(target -> target.provider().key().map(key -> key.present()).orElse(true))
        .min(
            Comparator.comparing(
                    (Target target) -> !target.ref().provider().equals(than.ref().provider()))
                .thenComparing(target -> target.info().window().orElse(0)));
  }
}
