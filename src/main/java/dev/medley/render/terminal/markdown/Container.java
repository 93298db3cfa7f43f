package dev.medley.render.terminal.markdown;

/** A block that holds others: a quote or an item of a list. */
sealed interface Container {
  /** The line does not belong to the container. */
  int NO = -1;

  /** The line is too short to say. */
  int UNDECIDED = -2;

  /**
   * Where the content of a line begins in this container.
   *
   * @param whole whether the line is complete
   * @return a position, {@link #NO} or {@link #UNDECIDED}
   */
  int match(CharSequence line, int at, boolean whole);

  /** Spaces from here on. */
  static int spaces(CharSequence line, int at) {
    int end = at;
    while (end < line.length() && line.charAt(end) == ' ') {
      end++;
    }
    return end - at;
  }

  /** Lines that begin with {@code >}. */
  record Quote() implements Container {
    @Override
    public int match(CharSequence line, int at, boolean whole) {
      int mark = at + spaces(line, at);
      if (mark == line.length()) {
        return whole ? NO : UNDECIDED;
      }
      return mark - at < 4 && line.charAt(mark) == '>' ? after(line, mark, whole) : NO;
    }

    /** After the mark and the one space that belongs to it. */
    static int after(CharSequence line, int mark, boolean whole) {
      if (mark + 1 == line.length()) {
        return whole ? mark + 1 : UNDECIDED;
      }
      return line.charAt(mark + 1) == ' ' ? mark + 2 : mark + 1;
    }
  }

  /**
   * Lines that are indented at least as far as the item's first.
   *
   * @param indent in characters
   * @param marker as it is shown, such as {@code "2. "}
   */
  record Item(int indent, Marker marker) implements Container {
    @Override
    public int match(CharSequence line, int at, boolean whole) {
      int spaces = spaces(line, at);
      if (spaces >= indent) {
        return at + indent;
      }
      if (at + spaces < line.length()) {
        return NO;
      }
      return whole ? line.length() : UNDECIDED;
    }
  }

  /**
   * What an item begins with.
   *
   * @param number of an ordered item, else -1
   * @param sign after the number, or the bullet
   * @param box a task's box, or nothing
   */
  record Marker(long number, char sign, String box) {
    boolean ordered() {
      return number >= 0;
    }

    /** A list whose source repeats a number is counted on, as every reader of Markdown does. */
    Marker after(Marker previous) {
      boolean sameList = ordered() && previous.ordered() && sign == previous.sign;
      return sameList && number <= previous.number
          ? new Marker(previous.number + 1, sign, box)
          : this;
    }

    String text() {
      return (ordered() ? number + String.valueOf(sign) : "•") + " " + box;
    }
  }
}
