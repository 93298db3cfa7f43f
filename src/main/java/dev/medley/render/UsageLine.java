package dev.medley.render;

import dev.medley.chat.Usage;
import dev.medley.render.terminal.DisplayWidth;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one line after an answer: what answered, how long it took, what it cost. */
public final class UsageLine {
  private UsageLine() {}

  /** What can be left out where there is little room, the first first. */
  private enum Part {
    RATE,
    FIRST_TOKEN,
    TOKENS,
    MODEL
  }

  /** All of it. */
  public static String of(Delivery delivery) {
    return of(delivery, EnumSet.allOf(Part.class));
  }

  /** As much of it as fits: what matters least is left out first; time and cost always stay. */
  public static String of(Delivery delivery, int columns) {
    Set<Part> parts = EnumSet.allOf(Part.class);
    String line = of(delivery, parts);
    for (Part part : Part.values()) {
      if (DisplayWidth.of(line) <= columns) {
        break;
      }
      parts.remove(part);
      line = of(delivery, parts);
    }
    return line;
  }

  private static String of(Delivery delivery, Set<Part> wanted) {
    Usage usage = delivery.outcome().reply().usage();
    var timing = delivery.outcome().timing();
    List<String> parts = new ArrayList<>();
    if (wanted.contains(Part.MODEL)) {
      parts.add(delivery.model().ref().toString());
    }
    Optional<String> first =
        timing.firstToken().map(t -> " (first token " + Figures.seconds(t) + ")");
    parts.add(
        Figures.seconds(timing.total())
            + first.filter(text -> wanted.contains(Part.FIRST_TOKEN)).orElse(""));
    boolean counted = usage.inputTokens().isPresent() || usage.outputTokens().isPresent();
    if (counted && wanted.contains(Part.TOKENS)) {
      parts.add(Figures.tokens(usage) + " tokens");
    }
    if (usage.perSecond(timing).isPresent() && wanted.contains(Part.RATE)) {
      parts.add(Figures.rate(usage, timing) + " tok/s");
    }
    parts.add(cost(delivery));
    return String.join(" · ", parts);
  }

  private static String cost(Delivery delivery) {
    long billed = delivery.attempts().stream().filter(Attempt::billed).count();
    String total = delivery.cost().usd().isEmpty() ? "cost unknown" : Figures.cost(delivery.cost());
    return billed > 1 ? total + " in " + billed + " billed attempts" : total;
  }
}
