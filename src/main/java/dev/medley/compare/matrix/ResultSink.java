package dev.medley.compare.matrix;

import java.io.IOException;

/**
 * Takes results as they come: a file, a report, a statistic. Results that an earlier run has left
 * come first, in the order of its file; then those of this run, in the order of their ends. Calls
 * are one after the other, from changing threads.
 */
public interface ResultSink extends AutoCloseable {
  /**
   * @throws IOException when it cannot be kept; the run then stops
   */
  void add(CaseResult result) throws IOException;

  /** All results have been added, or the run was stopped. Called once. */
  @Override
  default void close() throws IOException {}
}
