package dev.medley.compare;

import dev.medley.send.Delivery;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Who did best, by position. Nobody is best among fewer than two answers, and a tie has no winner.
 *
 * @param fastest the shortest time to the whole answer
 * @param cheapest the lowest cost, if the whole cost of every answer is known
 */
public record Standings(OptionalInt fastest, OptionalInt cheapest) {
  public static Standings of(List<Delivery> results) {
    return new Standings(
        lowest(results, result -> result.outcome().timing().total()),
        costsKnown(results)
            ? lowest(results, result -> result.cost().usd().orElseThrow())
            : OptionalInt.empty());
  }

  private static boolean costsKnown(List<Delivery> results) {
    return results.stream()
        .filter(result -> result.outcome().answered())
        .allMatch(result -> result.cost().usd().isPresent() && !result.cost().atLeast());
  }

  private static <T extends Comparable<T>> OptionalInt lowest(
      List<Delivery> results, Function<Delivery, T> measure) {
    List<Integer> answered =
        IntStream.range(0, results.size())
            .filter(i -> results.get(i).outcome().answered())
            .boxed()
            .sorted(Comparator.comparing(i -> measure.apply(results.get(i))))
            .toList();
    if (answered.size() < 2) {
      return OptionalInt.empty();
    }
    T best = measure.apply(results.get(answered.get(0)));
    T second = measure.apply(results.get(answered.get(1)));
    return best.compareTo(second) == 0 ? OptionalInt.empty() : OptionalInt.of(answered.get(0));
  }
}
