package dev.medley.render;

import dev.medley.catalog.Cost;
import dev.medley.catalog.Price;
import dev.medley.catalog.Pricing;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run cost more or less than the model asked first would have taken for the same tokens.
 * Where that cannot be said in dollars, the next best is: both prices, or which one is unknown.
 */
final class PriceDifference {
  private PriceDifference() {}

  /** Empty: none, or nothing is known of either model. */
  static Optional<String> of(Attempt answered, Delivery delivery) {
    Cost total = delivery.cost();
    Cost first = firstModelsCost(answered, delivery.requested());
    if (total.usd().isPresent() && first.usd().isPresent()) {
      return dollars(total.usd().get().subtract(first.usd().get()), total.atLeast());
    }
    return answered.target().equals(delivery.requested())
        ? Optional.empty()
        : prices(answered, delivery.requested());
  }

  private static Optional<String> dollars(BigDecimal more, boolean atLeast) {
    if (more.signum() == 0) {
      return atLeast ? Optional.of("more by an unknown sum") : Optional.empty();
    }
    String bound = atLeast ? "≥ " : "";
    return Optional.of(bound + (more.signum() > 0 ? "+" : "") + Figures.usd(more));
  }

  private static Optional<String> prices(Attempt answered, Target first) {
    Optional<Price> before = first.info().price();
    Optional<Price> now = answered.target().info().price();
    if (before.isPresent() && now.isPresent()) {
      return before.equals(now)
          ? Optional.empty()
          : Optional.of(perMillion(before.get()) + " → " + perMillion(now.get()) + " per M");
    }
    if (before.isPresent()) {
      return Optional.of("price unknown");
    }
    return answered.cost().usd().map(usd -> Figures.usd(usd) + " instead of an unknown price");
  }

  private static String perMillion(Price price) {
    return Figures.usd(price.input()) + "/" + Figures.usd(price.output());
  }

  /** What a server charged for another model says nothing about the first one. */
  private static Cost firstModelsCost(Attempt answered, Target first) {
    if (answered.target().equals(first)) {
      return answered.cost();
    }
    Usage used = answered.outcome().reply().usage();
    return Pricing.cost(used.uncharged(), first.info().price());
  }
}
