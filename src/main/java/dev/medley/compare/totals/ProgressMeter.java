package dev.medley.compare.totals;

import dev.medley.catalog.Cost;
import dev.medley.chat.Clock;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultSink;
import java.time.Duration;
import java.util.Optional;

/** Measures how far a run has come. */
public final class ProgressMeter implements ResultSink {
  private final Clock clock;
  private final long total;
  private final long earlier;
  private final long startedAt;
  private long done;
  private long failed;
  private Optional<Cost> spent = Optional.empty();

  /**
   * @param total all results that there will be
   * @param earlier how many of them earlier runs have left; those are added first
   */
  public ProgressMeter(Clock clock, long total, long earlier) {
    this.clock = clock;
    this.total = total;
    this.earlier = earlier;
    this.startedAt = clock.nanoTime();
  }

  @Override
  public synchronized void add(CaseResult result) {
    done++;
    failed += result.outcome().answered() ? 0 : 1;
    if (done > earlier) {
      result
          .spent()
          .ifPresent(one -> spent = Optional.of(spent.map(sum -> sum.plus(one)).orElse(one)));
    }
  }

  public synchronized Progress now() {
    Duration elapsed = Duration.ofNanos(clock.nanoTime() - startedAt);
    long fresh = done - earlier;
    Optional<Duration> left =
        fresh <= 0 || done >= total
            ? Optional.empty()
            : Optional.of(
                Duration.ofMillis((long) (elapsed.toMillis() / (double) fresh * (total - done))));
    return new Progress(total, done, failed, spent, elapsed, left);
  }
}
