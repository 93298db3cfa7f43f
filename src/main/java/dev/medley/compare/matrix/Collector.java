package dev.medley.compare.matrix;

import java.io.IOException;
import java.util.List;

/** Hands results to all who take them, from any thread, one at a time. */
public final class Collector implements ResultSink {
  private final List<ResultSink> sinks;

  /**
   * @param sinks in the order in which they hear of a result
   */
  public Collector(List<? extends ResultSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  @Override
  public synchronized void add(CaseResult result) throws IOException {
    for (ResultSink sink : sinks) {
      sink.add(result);
    }
  }

  /** Closes all, even if one of them cannot be. */
  @Override
  public synchronized void close() throws IOException {
    IOException first = null;
    for (ResultSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException failed) {
        first = first == null ? failed : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
