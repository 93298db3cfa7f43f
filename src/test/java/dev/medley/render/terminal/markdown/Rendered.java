package dev.medley.render.terminal.markdown;

import dev.medley.render.Style;
import java.util.List;

/** Renders Markdown as a stream would, from pieces. */
final class Rendered {
  private Rendered() {}

  static String plain(int columns, String... pieces) {
    return of(Style.PLAIN, columns, List.of(pieces));
  }

  static String colored(int columns, String... pieces) {
    return of(Style.COLOR, columns, List.of(pieces));
  }

  static String of(Style style, int columns, List<String> pieces) {
    StringBuilder out = new StringBuilder();
    MarkdownStream stream = new MarkdownStream(out::append, style, () -> columns);
    pieces.forEach(stream::feed);
    stream.finish();
    return out.toString();
  }

  /** Without the looks. */
  static String text(String rendered) {
    return rendered.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
