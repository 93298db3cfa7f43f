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
  static final Course EMPTY = new Course(0, Ending.FINISHED);
  static final Course GARBLED = new Course(1, Ending.GARBLED);

  /** What follows the last token that is sent. */
  enum Ending {
    /** The finish reason, the usage, the end mark. */
    FINISHED,
    /** A chunk that nobody can read, then as if nothing had happened. */
    GARBLED,
    /** Nothing: the body or the connection ends. */
    BROKEN_OFF,
    /** Nothing: the connection stays open. */
    SILENT
  }

  /** How many of so many tokens are sent, at least one unless there are to be none. */
  int tokensOf(int all) {
    return share == 0 ? 0 : Math.max(1, (int) Math.ceil(all * share));
  }
}
