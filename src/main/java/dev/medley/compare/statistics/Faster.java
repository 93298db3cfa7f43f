package dev.medley.compare.statistics;

/**
 * How two models compare by their times.
 *
 * @param faster the position of the one whose times tend to be shorter
 * @param slower the position of the other
 * @param p the probability to see so great a difference or a greater one where there is none, for
 *     all pairs together; 0 to 1
 */
public record Faster(int faster, int slower, double p) {
  private static final double LEVEL = 0.05;

  /** Whether it may be said. */
  public boolean proven() {
    return p < LEVEL;
  }
}
