package dev.medley.render;

/** Colour and weight, or nothing where they are not wanted (ECMA-48 SGR). */
public final class Style {
  public static final Style PLAIN = new Style(false);
  public static final Style COLOR = new Style(true);

  private final boolean color;

  private Style(boolean color) {
    this.color = color;
  }

  public String bold(String text) {
    return sgr("1", text);
  }

  public String dim(String text) {
    return sgr("2", text);
  }

  public String red(String text) {
    return sgr("31", text);
  }

  public String green(String text) {
    return sgr("32", text);
  }

  public String yellow(String text) {
    return sgr("33", text);
  }

  /** Whether there is any look at all. */
  public boolean colored() {
    return color;
  }

  /**
   * @param codes SGR codes, such as {@code 1;4}; none leave the text as it is
   */
  public String with(String codes, String text) {
    return codes.isEmpty() ? text : sgr(codes, text);
  }

  private String sgr(String code, String text) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
