package dev.medley.render.terminal.markdown;

/**
 * The text of a paragraph, character by character. Plain words go on at once; text with markup
 * waits until the markup is closed, but no longer than {@link #LONGEST_WAIT} characters: then it is
 * shown as it stands.
 */
final class InlineStream {
  private static final int LONGEST_WAIT = 1000;
  private static final String SPECIAL = "\\`*_~[]<>&!";

  private final Flow flow;
  private final InlineMarkup markup;
  private final OpenMarks marks = new OpenMarks();
  private final StringBuilder held = new StringBuilder();
  private Look look = Look.PLAIN;
  private boolean special;
  private boolean address;

  InlineStream(Flow flow, InlineMarkup markup) {
    this.flow = flow;
    this.markup = markup;
  }

  void begin(Look base) {
    look = base;
  }

  void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      text(text.charAt(i));
    }
  }

  void text(char c) {
    boolean space = c == ' ' || c == '\t';
    if ((space || Flow.isWide(c)) && !open(c)) {
      release();
    }
    if (space && held.isEmpty()) {
      flow.space(c);
      return;
    }
    hold(c);
    if (held.length() >= LONGEST_WAIT && !Character.isHighSurrogate(c)) {
      release();
    }
  }

  /** The line ends and the paragraph may go on. */
  void endLine() {
    if (open('\n')) {
      hold('\n');
    } else {
      release();
      flow.breakLine();
    }
  }

  void end() {
    release();
    flow.end();
  }

  private boolean open(char next) {
    return special && !address && marks.openBefore(next, held.length());
  }

  private void hold(char c) {
    held.append(c);
    special = special || SPECIAL.indexOf(c) >= 0;
    if (c == '/' && held.length() <= 8 && !special) {
      String start = held.toString();
      address = start.equals("http://") || start.equals("https://");
    }
    marks.take(c);
  }

  private void release() {
    if (!held.isEmpty()) {
      String text = held.toString();
      if (special && !address) {
        markup.render(text, look, flow);
      } else {
        flow.text(text, address ? look.underlined() : look);
      }
      held.setLength(0);
    }
    marks.clear();
    special = false;
    address = false;
  }
}
