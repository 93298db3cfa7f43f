package dev.medley.render.terminal.markdown;

/**
 * How a piece of text looks.
 *
 * @param codes ECMA-48 SGR codes, joined by semicolons; none: plain
 */
record Look(String codes) {
  static final Look PLAIN = new Look("");
  static final Look DIM = new Look("2");
  static final Look CODE = new Look("36");
  static final Look COMMENT = new Look("2");
  static final Look STRING = new Look("32");
  static final Look NUMBER = new Look("33");
  static final Look KEYWORD = new Look("35");
  static final Look ADDED = new Look("32");
  static final Look REMOVED = new Look("31");

  /** The largest headings stand out most. */
  static Look heading(int level) {
    return new Look(level == 1 ? "1;4" : level == 2 ? "1" : "1;3");
  }

  Look strong() {
    return and("1");
  }

  Look emphasized() {
    return and("3");
  }

  Look underlined() {
    return and("4");
  }

  Look struck() {
    return and("9");
  }

  Look code() {
    return and(CODE.codes);
  }

  private Look and(String code) {
    return new Look(codes.isEmpty() ? code : codes + ";" + code);
  }
}
