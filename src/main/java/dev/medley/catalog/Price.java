package dev.medley.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What tokens cost, in USD per million.
 *
 * @param input prompt tokens
 * @param cachedInput prompt tokens read from the provider's cache; empty: as {@code input}
 * @param output completion tokens, reasoning included
 * @param asOf the day on which these figures were read; empty when its writer did not say
 */
public record Price(
    BigDecimal input,
    Optional<BigDecimal> cachedInput,
    BigDecimal output,
    Optional<LocalDate> asOf) {}
