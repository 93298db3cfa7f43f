package dev.medley.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What may be spent, in USD; empty is no limit.
 *
 * @param maxPrice the price guard of chains that have none of their own
 */
public record Limits(
    Optional<BigDecimal> perRequest,
    Optional<BigDecimal> perDay,
    Optional<BigDecimal> perMonth,
    Optional<PriceCap> maxPrice) {}
