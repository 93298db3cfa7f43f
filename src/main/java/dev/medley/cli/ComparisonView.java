package dev.medley.cli;

import dev.medley.compare.Comparison;

/** How the answers of a comparison are shown, while they come and when all are there. */
interface ComparisonView extends AutoCloseable {
  ComparisonView NONE = () -> Comparison.Audience.NOBODY;

  Comparison.Audience audience();

  /** No more will come: whatever has not been shown for good is shown now. */
  @Override
  default void close() {}
}
