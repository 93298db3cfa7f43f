package dev.medley.render.terminal.markdown;

/** How a block of verbatim lines ends. */
sealed interface Fence {
  boolean closes(String line);

  /** A line of the block, as it is shown. */
  String content(String line);

  /**
   * Code between fences.
   *
   * @param length the least number of signs in the closing one
   * @param indent spaces before the opening one, which its lines may have, too
   */
  record Code(char sign, int length, int indent) implements Fence {
    static Code of(String line, Opening opening) {
      char sign = line.charAt(opening.at());
      int end = opening.at();
      while (end < line.length() && line.charAt(end) == sign) {
        end++;
      }
      return new Code(sign, end - opening.at(), opening.indent());
    }

    /** What stands after the opening fence. */
    String info(String line, Opening opening) {
      return line.substring(opening.at() + length).strip();
    }

    @Override
    public boolean closes(String line) {
      String text = line.strip();
      return text.length() >= length && text.chars().allMatch(c -> c == sign);
    }

    @Override
    public String content(String line) {
      return line.substring(Math.min(Container.spaces(line, 0), indent));
    }
  }

  /** A formula between {@code $$} and {@code $$}, or {@code \[} and {@code \]}; these are shown. */
  record Formula(String end) implements Fence {
    static final int START = 2;

    static Formula of(String line, Opening opening) {
      return new Formula(line.charAt(opening.at()) == '$' ? "$$" : "\\]");
    }

    @Override
    public boolean closes(String line) {
      return line.contains(end);
    }

    @Override
    public String content(String line) {
      return line;
    }
  }
}
