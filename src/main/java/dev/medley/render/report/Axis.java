package dev.medley.render.report;

/** Where an axis ends. */
final class Axis {
  private static final double[] STEPS = {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10};

  private Axis() {}

  /** A round number not below {@code most}, which four parts divide well; 1 for nothing. */
  static double top(double most) {
    if (most <= 0) {
      return 1;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : STEPS) {
      if (step * unit >= most * 1.02) {
        return step * unit;
      }
    }
    return 12 * unit;
  }
}
