package dev.medley.compare.difference;

import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.compare.difference.ModelDifference.Answers;
import dev.medley.compare.difference.ModelDifference.Change;
import dev.medley.compare.difference.ModelDifference.Costs;
import dev.medley.compare.difference.ModelDifference.Passed;
import dev.medley.compare.difference.ModelDifference.Times;
import dev.medley.compare.statistics.PairedTest;
import dev.medley.compare.statistics.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pairs of results of one model, and what they come to. */
final class ModelTally {
  private final ModelRef before;
  private final ModelRef after;
  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(Figures before, Figures after) {}

  ModelTally(ModelRef before, ModelRef after) {
    this.before = before;
    this.after = after;
  }

  void add(Figures earlier, Figures later) {
    pairs.add(new Pair(earlier, later));
  }

  static boolean changed(Figures earlier, Figures later) {
    return earlier.answered() && later.answered() && earlier.text() != later.text();
  }

  OptionalDouble timesP() {
    return PairedTest.ofTimes(seconds(Pair::before), seconds(Pair::after));
  }

  OptionalDouble ratesP() {
    return PairedTest.ofRates(worse(), better(), pairs.size());
  }

  static OptionalDouble[] corrected(
      List<ModelTally> tallies, Function<ModelTally, OptionalDouble> test) {
    return PairedTest.corrected(tallies.stream().map(test).toArray(OptionalDouble[]::new));
  }

  ModelDifference difference(OptionalDouble timesP, OptionalDouble ratesP) {
    return new ModelDifference(
        before,
        after,
        pairs.size(),
        new Passed(
            count(pair -> pair.before.passed()),
            count(pair -> pair.after.passed()),
            worse(),
            better(),
            ratesP),
        times(timesP),
        costs(),
        failures(),
        answers());
  }

  private int worse() {
    return count(pair -> pair.before.passed() && !pair.after.passed());
  }

  private int better() {
    return count(pair -> !pair.before.passed() && pair.after.passed());
  }

  private int count(Predicate<Pair> which) {
    return (int) pairs.stream().filter(which).count();
  }

  private Times times(OptionalDouble p) {
    return new Times(
        count(ModelTally::bothAnswered),
        Sample.of(seconds(Pair::before)).quantile(0.5),
        Sample.of(seconds(Pair::after)).quantile(0.5),
        Sample.of(longer()).quantile(0.5),
        p);
  }

  private double[] seconds(Function<Pair, Figures> side) {
    return pairs.stream()
        .filter(ModelTally::bothAnswered)
        .mapToDouble(pair -> side.apply(pair).seconds())
        .toArray();
  }

  private double[] longer() {
    return pairs.stream()
        .filter(ModelTally::bothAnswered)
        .mapToDouble(pair -> pair.after.seconds() - pair.before.seconds())
        .toArray();
  }

  private static boolean bothAnswered(Pair pair) {
    return pair.before.answered() && pair.after.answered();
  }

  private Costs costs() {
    List<Pair> known =
        pairs.stream()
            .filter(pair -> pair.before.usd().isPresent() && pair.after.usd().isPresent())
            .toList();
    return new Costs(known.size(), sum(known, Pair::before), sum(known, Pair::after));
  }

  private static Optional<BigDecimal> sum(List<Pair> pairs, Function<Pair, Figures> side) {
    return pairs.stream().map(pair -> side.apply(pair).usd().orElseThrow()).reduce(BigDecimal::add);
  }

  private Map<FailureKind, Change> failures() {
    Map<FailureKind, Change> failures = new TreeMap<>();
    for (Pair pair : pairs) {
      pair.before
          .failure()
          .ifPresent(kind -> failures.merge(kind, new Change(1, 0), ModelTally::plus));
      pair.after
          .failure()
          .ifPresent(kind -> failures.merge(kind, new Change(0, 1), ModelTally::plus));
    }
    return failures;
  }

  private static Change plus(Change a, Change b) {
    return new Change(a.before() + b.before(), a.after() + b.after());
  }

  private Answers answers() {
    int changed = count(pair -> changed(pair.before, pair.after));
    return new Answers(count(ModelTally::bothAnswered) - changed, changed);
  }
}
