package dev.medley.compare.checks;

import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.config.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Checks of what an answer took. What is not known does not pass. */
final class LimitChecks {
  private LimitChecks() {}

  /** USD, over all tries. */
  static Check cost(CheckSpec spec) {
    BigDecimal most = number(spec);
    return new Limit<>(spec.name(), most, r -> r.bill().cost().usd(), usd -> "$" + usd);
  }

  /** Of the try that answered, to the end of its text. */
  static Check latency(CheckSpec spec) {
    Duration most =
        Durations.parse(TextChecks.needed(spec))
            .value()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "max_latency takes a duration such as 2s, not \"" + spec.text() + "\""));
    return new Limit<>(
        spec.name(),
        most,
        r -> Optional.of(r.outcome().timing().total()),
        time -> time.toMillis() + " ms");
  }

  /** Output tokens, reasoning included. */
  static Check tokens(CheckSpec spec) {
    BigDecimal most = number(spec);
    return new Limit<>(
        spec.name(),
        most,
        r -> boxed(r.outcome().reply().usage().outputTokens()),
        tokens -> tokens + " tokens");
  }

  private static Optional<BigDecimal> boxed(OptionalLong count) {
    return count.isPresent()
        ? Optional.of(BigDecimal.valueOf(count.getAsLong()))
        : Optional.empty();
  }

  private static BigDecimal number(CheckSpec spec) {
    try {
      BigDecimal number = new BigDecimal(TextChecks.needed(spec).strip());
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new IllegalArgumentException(
        spec.kind() + " takes a number that is not negative, not \"" + spec.text() + "\"");
  }

  private record Limit<T extends Comparable<T>>(
      String name, T most, Function<CaseResult, Optional<T>> measure, Function<T, String> words)
      implements Check {
    @Override
    public CheckResult of(CaseResult answered) {
      Optional<T> found = measure.apply(answered);
      return new CheckResult(
          name,
          found.filter(value -> value.compareTo(most) <= 0).isPresent(),
          found.map(words).orElse("unknown"));
    }
  }
}
