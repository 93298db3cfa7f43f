package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.DisplayWidth;
import java.util.List;
import java.util.Optional;

/**
 * Lines that mean what they say: code, formulas and whatever is indented. Code stands between two
 * rules at the left margin, so that it can be copied.
 */
final class Verbatim {
  private final Page page;
  private final Flow flow;
  private final Margin margin;
  private final Optional<Highlighter> highlighter;
  private final boolean ruled;
  private boolean lineBegun;

  private Verbatim(
      Page page, Flow flow, Margin margin, Optional<Highlighter> highlighter, boolean ruled) {
    this.page = page;
    this.flow = flow;
    this.margin = margin;
    this.highlighter = highlighter;
    this.ruled = ruled;
  }

  /**
   * @param info what stands after the fence, usually a language
   */
  static Verbatim code(Page page, Flow flow, Containers containers, String info) {
    Margin first = containers.next(page.columns());
    Margin margin = containers.following(page.columns());
    String language = info.split("[\\s{,]", 2)[0];
    Verbatim block = new Verbatim(page, flow, margin, Highlighter.of(language), true);
    String label = info.isEmpty() ? "" : "── " + info + " ";
    boolean fits = first.width() + DisplayWidth.of(label) <= page.columns();
    block.rule(first, fits ? label : "");
    flow.begin(margin, margin);
    if (!fits) {
      flow.text(info, Look.DIM);
      flow.end();
    }
    return block;
  }

  static Verbatim plain(Page page, Flow flow, Containers containers) {
    Margin first = containers.next(page.columns());
    Margin margin = containers.following(page.columns());
    flow.begin(first, margin);
    return new Verbatim(page, flow, margin, Optional.empty(), false);
  }

  /** A part of a line that is too long to wait for. */
  void part(String text) {
    lineBegun = true;
    for (Flow.Piece piece : pieces(text)) {
      flow.verbatim(piece.text(), piece.look());
    }
  }

  void line(String text) {
    if (text.isEmpty() && !lineBegun) {
      page.blankLine(margin);
      return;
    }
    part(text);
    lineBegun = false;
    flow.end();
  }

  void end() {
    flow.end();
    if (ruled) {
      rule(margin, "");
    }
  }

  private List<Flow.Piece> pieces(String text) {
    return highlighter
        .map(by -> by.pieces(text))
        .orElseGet(() -> List.of(new Flow.Piece(text, ruled ? Look.PLAIN : Look.CODE)));
  }

  private void rule(Margin before, String label) {
    int left = page.columns() - before.width() - DisplayWidth.of(label);
    page.line(before, label + "─".repeat(Math.max(left, 0)), Look.DIM);
  }
}
