package dev.medley.compare.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model that is faster than others, all in one.
 *
 * @param faster a position
 * @param slower positions, at least one
 * @param p the greatest of the pairs' p-values
 */
public record SpeedClaim(int faster, List<Integer> slower, double p) {
  /** Proven ones, one for each model that is faster than some other. */
  public static List<SpeedClaim> of(List<Faster> pairs) {
    Map<Integer, List<Faster>> byWinner = new LinkedHashMap<>();
    pairs.stream()
        .filter(Faster::proven)
        .forEach(p -> byWinner.computeIfAbsent(p.faster(), w -> new ArrayList<>()).add(p));
    return byWinner.entrySet().stream()
        .map(
            e ->
                new SpeedClaim(
                    e.getKey(),
                    e.getValue().stream().map(Faster::slower).toList(),
                    e.getValue().stream().mapToDouble(Faster::p).max().orElseThrow()))
        .toList();
  }
}
