package dev.medley.route;

import dev.medley.chat.Failure;
import dev.medley.history.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a model has fared lately.
 *
 * @param latency median times of its latest answers; empty: none was measured
 * @param pause why it is left alone now; empty: it is not
 */
public record Standing(Optional<Observed> latency, Optional<Pause> pause) {
  public static final Standing UNKNOWN = new Standing(Optional.empty(), Optional.empty());

  /**
   * A time in which it is left alone.
   *
   * @param why for a person, such as {@code resting until 14:03:12 after 3 failures (overloaded)}
   */
  public record Pause(Instant until, Failure why) {}

  /** Fewer answers are shown and not trusted. */
  public static final int TRUSTED_FROM = 5;

  /** Answers that were measured. */
  public int samples() {
    return latency.map(Observed::samples).orElse(0);
  }

  /** The median time to the whole answer, if it can be relied on. */
  public Optional<Duration> trustedTotal() {
    return trusted().map(Observed::total);
  }

  /** The median time to the first token, if it can be relied on. */
  public Optional<Duration> trustedFirstToken() {
    return trusted().map(Observed::firstToken);
  }

  private Optional<Observed> trusted() {
    return latency.filter(observed -> observed.samples() >= TRUSTED_FROM);
  }
}
