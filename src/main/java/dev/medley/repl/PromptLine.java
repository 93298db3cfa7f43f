package dev.medley.repl;

import dev.medley.catalog.Cost;
import dev.medley.render.Figures;
import dev.medley.render.ModelsTable;
import dev.medley.render.SafeText;
import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands before the place to type: the model, what the session has cost, how full it is. */
final class PromptLine {
  /** Left for typing; less than that, and only the sign stands there. */
  private static final int ROOM_TO_TYPE = 20;

  private PromptLine() {}

  static String of(Session session, Style style, int columns) {
    List<String> parts = new ArrayList<>();
    parts.add(SafeText.forTerminal(session.destination().label()));
    parts.add(
        session.spending().total().map(Spending.Account::cost).map(PromptLine::cost).orElse("$0"));
    room(session).filter(Room::pastHalf).map(PromptLine::used).ifPresent(parts::add);
    int files = session.pending().names().size();
    if (files > 0) {
      parts.add("+" + files + (files == 1 ? " file" : " files"));
    }
    String text = String.join(" · ", parts);
    boolean narrow = DisplayWidth.of(text) + ROOM_TO_TYPE > columns;
    return narrow ? "> " : style.bold(parts.get(0)) + text.substring(parts.get(0).length()) + " > ";
  }

  private static String cost(Cost cost) {
    return cost.usd().isEmpty() ? "$?" : Figures.cost(cost);
  }

  private static Optional<Room> room(Session session) {
    return session.destination() instanceof Destination.Direct direct
        ? Optional.of(new Room(session.conversation().tokens(), direct.model().info().window()))
        : Optional.empty();
  }

  private static String used(Room room) {
    long window = room.window().getAsLong();
    return "≈" + room.needed() * 100 / window + "% of " + ModelsTable.window(room.window());
  }
}
