package dev.medley.render.terminal.live;

import dev.medley.render.Style;
import dev.medley.render.terminal.markdown.TextStream;
import java.util.ArrayList;
import java.util.List;

/** A text that is still growing, as rendered lines of a width that may change. */
final class Answer {
  private final TextStream.Factory kind;
  private final Style style;
  private final StringBuilder source = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int width;
  private TextStream stream;
  private boolean over;

  Answer(TextStream.Factory kind, Style style) {
    this.kind = kind;
    this.style = style;
  }

  void append(String piece) {
    source.append(piece);
    if (stream != null) {
      stream.feed(piece);
    }
  }

  void end() {
    over = true;
    if (stream != null) {
      stream.finish();
    }
  }

  boolean isEmpty() {
    return source.isEmpty();
  }

  String source() {
    return source.toString();
  }

  /** All there are, the last perhaps not yet whole. */
  List<String> lines(int columns) {
    if (columns != width) {
      render(columns);
    }
    List<String> all = new ArrayList<>(lines);
    if (!open.isEmpty()) {
      all.add(open.toString());
    }
    return all;
  }

  private void render(int columns) {
    width = columns;
    lines.clear();
    open.setLength(0);
    stream = kind.open(this::take, style, () -> columns);
    stream.feed(source.toString());
    if (over) {
      stream.finish();
    }
  }

  private void take(String rendered) {
    int from = 0;
    for (int end = rendered.indexOf('\n'); end >= 0; end = rendered.indexOf('\n', from)) {
      lines.add(open + rendered.substring(from, end));
      open.setLength(0);
      from = end + 1;
    }
    open.append(rendered, from, rendered.length());
  }

  /** A short text of ours, wrapped. */
  static List<String> wrapped(
      TextStream.Factory kind, List<String> texts, Style style, int columns) {
    Answer text = new Answer(kind, style);
    texts.forEach(line -> text.append(line + "\n"));
    text.end();
    return text.lines(columns);
  }
}
