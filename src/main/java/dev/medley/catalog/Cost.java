package dev.medley.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a try or several cost.
 *
 * @param usd empty when unknown, never zero for it; for a sum: what is known of it
 * @param source where the figure comes from; of a sum, its weakest part
 * @param asOf the date of the price table when computed from one
 * @param atLeast whether parts of the sum are unknown, so that the true cost is no less than this
 */
public record Cost(
    Optional<BigDecimal> usd, Source source, Optional<LocalDate> asOf, boolean atLeast) {
  public static final Cost UNKNOWN =
      new Cost(Optional.empty(), Source.UNKNOWN, Optional.empty(), false);

  /** Strongest first. */
  public enum Source {
    /** The server said so. */
    CHARGED,
    /** Reported tokens times the price table. */
    COMPUTED,
    /** Our own token count times the price table. */
    ESTIMATED,
    UNKNOWN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, where it may have been more. */
  public Cost asLowerBound() {
    return new Cost(usd, source, asOf, usd.isPresent());
  }

  /** The sum of both; unknown parts make it a lower bound. */
  public Cost plus(Cost other) {
    if (usd.isEmpty() && other.usd.isEmpty()) {
      return UNKNOWN;
    }
    boolean partial = usd.isEmpty() || other.usd.isEmpty() || atLeast || other.atLeast;
    Source weakest = source.compareTo(other.source) >= 0 ? source : other.source;
    if (weakest == Source.UNKNOWN) {
      weakest = usd.isPresent() ? source : other.source;
    }
    BigDecimal sum = usd.orElse(BigDecimal.ZERO).add(other.usd.orElse(BigDecimal.ZERO));
    return new Cost(Optional.of(sum), weakest, asOf.or(other::asOf), partial);
  }
}
