package dev.medley.compare.matrix;

import dev.medley.catalog.Cost;
import dev.medley.chat.Usage;
import java.util.Optional;

/**
 * What it took to have a judge decide a check.
 *
 * @param decided whether it came to a verdict
 * @param requests how many times the judge was asked
 * @param cost empty: nothing was billed
 */
public record Hearing(boolean decided, int requests, Optional<Cost> cost, Usage usage) {}
