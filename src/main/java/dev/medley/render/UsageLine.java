package dev.medley.render;

import dev.medley.chat.Usage;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.List;

/** The one line after an answer: what answered, how long it took, what it cost. */
public final class UsageLine {
  private UsageLine() {}

  public static String of(Delivery delivery) {
    Usage usage = delivery.outcome().reply().usage();
    var timing = delivery.outcome().timing();
    List<String> parts = new ArrayList<>();
    parts.add(delivery.model().ref().toString());
    parts.add(
        Figures.seconds(timing.total())
            + timing.firstToken().map(t -> " (first token " + Figures.seconds(t) + ")").orElse(""));
    if (usage.inputTokens().isPresent() || usage.outputTokens().isPresent()) {
      parts.add(Figures.tokens(usage) + " tokens");
    }
    var rate = usage.perSecond(timing);
    if (rate.isPresent()) {
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
