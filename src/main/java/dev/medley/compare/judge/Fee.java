package dev.medley.compare.judge;

import dev.medley.catalog.Cost;
import dev.medley.chat.Usage;
import dev.medley.compare.matrix.Hearing;
import java.util.Optional;

/**
 * What the judge took, apart from those whom it judged.
 *
 * @param requests how many times it was asked
 * @param cost empty: nothing was billed
 */
public record Fee(int requests, Optional<Cost> cost, Usage usage) {
  public static final Fee NOTHING = new Fee(0, Optional.empty(), Usage.UNKNOWN);

  static Fee of(Opinion opinion) {
    return opinion.asked() ? new Fee(1, opinion.cost(), opinion.usage()) : NOTHING;
  }

  /** Of a check. */
  public static Fee of(Hearing heard) {
    return new Fee(heard.requests(), heard.cost(), heard.usage());
  }

  Hearing hearing(boolean decided) {
    return new Hearing(decided, requests, cost, usage);
  }

  public Fee plus(Fee other) {
    Optional<Cost> sum =
        cost.isPresent() && other.cost.isPresent()
            ? Optional.of(cost.get().plus(other.cost.get()))
            : cost.or(other::cost);
    return new Fee(requests + other.requests, sum, usage.plus(other.usage));
  }
}
