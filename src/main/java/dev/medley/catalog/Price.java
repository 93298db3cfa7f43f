package dev.medley.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a model's tokens cost.
 *
 * @param usual of a prompt below the first tier
 * @param tiers of longer prompts, the lowest first; usually none
 * @param asOf the day on which these figures were read; empty when its writer did not say
 * @param source who says so
 */
public record Price(Rates usual, List<Tier> tiers, Optional<LocalDate> asOf, Source source) {
  public Price {
    tiers = tiers.stream().sorted(Comparator.comparingLong(Tier::above)).toList();
  }

  /**
   * Rates that hold for the whole of a request, its answer included, whose prompt is longer.
   *
   * @param above in tokens, cached ones included
   */
  public record Tier(long above, Rates rates) {}

  /** Who says what a model costs. */
  public enum Source {
    /** The price list that comes with medley. */
    BUNDLED,
    /** A price list that the user has imported. */
    IMPORTED,
    /** The user's own configuration. */
    CONFIGURED,
    /** A project file, which may come from anyone: good to show, no ground to spend money on. */
    PROJECT
  }

  /** Of the bundled list, and without tiers. */
  public Price(
      BigDecimal input,
      Optional<BigDecimal> cachedInput,
      BigDecimal output,
      Optional<LocalDate> asOf) {
    this(new Rates(input, cachedInput, output), List.of(), asOf, Source.BUNDLED);
  }

  /** Of prompt tokens in a short prompt, in USD per million. */
  public BigDecimal input() {
    return usual.input();
  }

  /** Of prompt tokens from the cache; empty: as {@link #input}. */
  public Optional<BigDecimal> cachedInput() {
    return usual.cachedInput();
  }

  /** Of completion tokens after a short prompt, in USD per million. */
  public BigDecimal output() {
    return usual.output();
  }

  /** What holds for a prompt of that length. */
  public Rates at(long inputTokens) {
    return tiers.stream()
        .filter(tier -> inputTokens > tier.above())
        .reduce((lower, higher) -> higher)
        .map(Tier::rates)
        .orElse(usual);
  }
}
