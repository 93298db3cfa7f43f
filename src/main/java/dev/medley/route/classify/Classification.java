package dev.medley.route.classify;

import java.util.List;
import java.util.Optional;

/**
 * What a prompt seems to be about.
 *
 * @param scores of all kinds, the highest first
 * @param margin by how much the first must lead to be taken
 */
public record Classification(List<Score> scores, double margin) {
  public Classification {
    scores = List.copyOf(scores);
  }

  /**
   * How much speaks for a kind.
   *
   * @param signs what was found, the weightiest first, such as {@code "summarize" +6.0}
   */
  public record Score(Kind kind, double points, List<String> signs) {
    public Score {
      signs = List.copyOf(signs);
    }
  }

  public Score first() {
    return scores.get(0);
  }

  public Score runnerUp() {
    return scores.get(1);
  }

  /** Empty: not sure. */
  public Optional<Kind> kind() {
    return first().points() - runnerUp().points() < margin
        ? Optional.empty()
        : Optional.of(first().kind());
  }
}
