package dev.medley.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What each kind of token costs, in USD per million.
 *
 * @param input prompt tokens
 * @param cachedInput prompt tokens read from the provider's cache; empty: as {@code input}
 * @param cacheWrite prompt tokens written to that cache; empty: as {@code input}
 * @param output completion tokens
 * @param reasoning those of the completion that were reasoning; empty: as {@code output}
 */
public record Rates(
    BigDecimal input,
    Optional<BigDecimal> cachedInput,
    Optional<BigDecimal> cacheWrite,
    BigDecimal output,
    Optional<BigDecimal> reasoning) {
  public Rates(BigDecimal input, Optional<BigDecimal> cachedInput, BigDecimal output) {
    this(input, cachedInput, Optional.empty(), output, Optional.empty());
  }

  /** Nothing costs anything. */
  public static Rates free() {
    return new Rates(BigDecimal.ZERO, Optional.of(BigDecimal.ZERO), BigDecimal.ZERO);
  }

  /** The dearest that a prompt token can be. */
  BigDecimal dearestInput() {
    return input.max(cacheWrite.orElse(input)).max(cachedInput.orElse(input));
  }

  /** The dearest that a completion token can be. */
  BigDecimal dearestOutput() {
    return output.max(reasoning.orElse(output));
  }
}
