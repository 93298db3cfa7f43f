package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.markdown.Container.Item;
import dev.medley.render.terminal.markdown.Container.Marker;
import dev.medley.render.terminal.markdown.Container.Quote;
import dev.medley.render.terminal.markdown.Opening.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads how a line begins, by CommonMark's rules for blocks, from as little of it as will do. More
 * lenient than these where models are known to be careless: a list inside a list may be indented as
 * far as it likes.
 */
final class LineStart {
  /** More than anybody means. */
  private static final int DEEPEST = 16;

  private static final int CODE_INDENT = 4;
  private static final int LONGEST_NUMBER = 9;

  private final CharSequence line;
  private final boolean whole;
  private final List<Container> open;
  private final boolean paragraph;
  private final List<Container> opened = new ArrayList<>();
  private int matched;
  private int at;
  private boolean undecided;

  /**
   * @param whole whether the line is complete
   * @param open the containers of the line before
   * @param paragraph whether that line was text that may go on
   */
  LineStart(CharSequence line, boolean whole, List<Container> open, boolean paragraph) {
    this.line = line;
    this.whole = whole;
    this.open = open;
    this.paragraph = paragraph;
  }

  /** Empty: more of the line is needed; never when it is whole. */
  Optional<Opening> read() {
    matchOpen();
    boolean deeper = !undecided;
    while (deeper) {
      deeper = opensContainer();
    }
    if (undecided) {
      return Optional.empty();
    }
    int indent = Container.spaces(line, at);
    return kind(at + indent, indent)
        .map(kind -> new Opening(matched, opened, kind, at + indent, indent));
  }

  /** As text, whatever it looks like: for lines whose beginning is too long to wait for. */
  static Opening text(int matched) {
    return new Opening(matched, List.of(), Kind.TEXT, 0, 0);
  }

  private void matchOpen() {
    for (Container container : open) {
      int next = container.match(line, at, whole);
      undecided = next == Container.UNDECIDED;
      if (next < 0) {
        return;
      }
      at = next;
      matched++;
    }
  }

  private boolean opensContainer() {
    int indent = Container.spaces(line, at);
    int mark = at + indent;
    if (mark == line.length() || open.size() + opened.size() >= DEEPEST) {
      return false;
    }
    boolean inItem = innermost() instanceof Item;
    if (indent >= CODE_INDENT && !inItem) {
      return false;
    }
    if (line.charAt(mark) == '>') {
      return opensQuote(mark);
    }
    return line.charAt(mark) >= '0' && line.charAt(mark) <= '9'
        ? opensNumbered(mark)
        : "-+*".indexOf(line.charAt(mark)) >= 0 && opensBullet(mark);
  }

  private Container innermost() {
    if (!opened.isEmpty()) {
      return opened.get(opened.size() - 1);
    }
    return matched == 0 ? null : open.get(matched - 1);
  }

  private boolean opensQuote(int mark) {
    int next = Quote.after(line, mark, whole);
    undecided = next == Container.UNDECIDED;
    if (undecided) {
      return false;
    }
    opened.add(new Quote());
    at = next;
    return true;
  }

  private boolean opensBullet(int mark) {
    if (isRule(mark)) {
      undecided = !whole;
      return false;
    }
    return opensItem(mark + 1, -1);
  }

  private boolean opensNumbered(int mark) {
    int end = mark;
    while (end < line.length() && end - mark < LONGEST_NUMBER && isDigit(end)) {
      end++;
    }
    if (end == line.length()) {
      undecided = !whole;
      return false;
    }
    if (line.charAt(end) != '.' && line.charAt(end) != ')') {
      return false;
    }
    long number = Long.parseLong(line.subSequence(mark, end).toString());
    return (number == 1 || !interrupts()) && opensItem(end + 1, number);
  }

  /** Whether a paragraph would have to end for what begins here. */
  private boolean interrupts() {
    return paragraph && matched == open.size() && opened.isEmpty();
  }

  /**
   * @param end after the marker
   */
  private boolean opensItem(int end, long number) {
    int spaces = Container.spaces(line, end);
    boolean empty = end + spaces == line.length();
    if (empty && !whole) {
      undecided = true;
      return false;
    }
    if (spaces == 0 && !empty || empty && interrupts()) {
      return false;
    }
    int content = empty || spaces > CODE_INDENT ? end + 1 : end + spaces;
    char sign = line.charAt(end - 1);
    String box = box(content);
    if (undecided) {
      return false;
    }
    int skipped = box.isEmpty() ? content : content + "[ ] ".length();
    opened.add(new Item(content - at, new Marker(number, sign, box)));
    at = Math.min(skipped, line.length());
    return true;
  }

  private String box(int content) {
    if (content >= line.length() || line.charAt(content) != '[') {
      return "";
    }
    if (line.length() < content + "[ ] ".length()) {
      undecided = !whole;
      return "";
    }
    String start = line.subSequence(content, content + "[ ] ".length()).toString();
    return start.equals("[ ] ") ? "☐ " : start.equalsIgnoreCase("[x] ") ? "☑ " : "";
  }

  private Optional<Kind> kind(int start, int indent) {
    if (start >= line.length()) {
      return decided(Kind.BLANK);
    }
    if (indent >= CODE_INDENT) {
      return Optional.of(paragraph && opened.isEmpty() ? Kind.TEXT : Kind.INDENTED_CODE);
    }
    char c = line.charAt(start);
    return switch (c) {
      case '#' -> heading(start);
      case '`', '~' -> fence(start, c);
      case '*', '-', '_' -> isRule(start) ? rule(start, c) : Optional.of(Kind.TEXT);
      case '|' -> Optional.of(Kind.TABLE_ROW);
      case '$', '\\' -> formula(start, c == '$' ? '$' : '[');
      default -> Optional.of(Kind.TEXT);
    };
  }

  private Optional<Kind> decided(Kind kind) {
    return whole ? Optional.of(kind) : Optional.empty();
  }

  private Optional<Kind> heading(int start) {
    int end = start + count(start, '#');
    if (end - start > 6 || end < line.length() && line.charAt(end) != ' ') {
      return Optional.of(Kind.TEXT);
    }
    return end == line.length() ? decided(Kind.HEADING) : Optional.of(Kind.HEADING);
  }

  private Optional<Kind> fence(int start, char c) {
    int end = start + count(start, c);
    if (end - start < 3) {
      return end == line.length() ? decided(Kind.TEXT) : Optional.of(Kind.TEXT);
    }
    boolean code = c == '`' && line.toString().indexOf('`', end) >= 0;
    return code ? Optional.of(Kind.TEXT) : decided(Kind.FENCE);
  }

  private Optional<Kind> rule(int start, char c) {
    return decided(countOf(start, c) >= 3 ? Kind.RULE : Kind.TEXT);
  }

  private Optional<Kind> formula(int start, char second) {
    if (start + 1 == line.length()) {
      return decided(Kind.TEXT);
    }
    return Optional.of(line.charAt(start + 1) == second ? Kind.FORMULA : Kind.TEXT);
  }

  /** Whether from here on there is one sign only, and space. */
  private boolean isRule(int start) {
    char c = line.charAt(start);
    for (int i = start; i < line.length(); i++) {
      if (line.charAt(i) != c && line.charAt(i) != ' ') {
        return false;
      }
    }
    return c != '+' && (!whole || countOf(start, c) >= 3);
  }

  private int count(int start, char c) {
    int end = start;
    while (end < line.length() && line.charAt(end) == c) {
      end++;
    }
    return end - start;
  }

  private long countOf(int start, char c) {
    return line.subSequence(start, line.length()).chars().filter(other -> other == c).count();
  }

  private boolean isDigit(int index) {
    return line.charAt(index) >= '0' && line.charAt(index) <= '9';
  }
}
