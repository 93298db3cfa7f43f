package dev.medley.demo;

/**
 * What becomes of an answer on its way.
 *
 * @param share the part of its tokens that is sent, 0 to 1
 */
record Course(double share, Ending ending) {
  static final Course WHOLE = new Course(1, Ending.FINISHED);
  static final Course CUT = new Course(1 / 3.0, Ending.BROKEN_OFF);
  static final Course STALL = new Course(0.1, Ending.SILENT);

  /** What follows the last token that is sent. */
  enum Ending {
    /** The finish reason, the usage, the end mark. */
    FINISHED,
    /** Nothing: the body or the connection ends. */
    BROKEN_OFF,
    /** Nothing: the connection stays open. */
    SILENT
  }

  /** How many of so many tokens are sent, at least one. */
  int tokensOf(int all) {
    return Math.max(1, (int) Math.ceil(all * share));
  }
}
