package dev.medley.render.terminal.markdown;

import dev.medley.render.terminal.DisplayWidth;
import java.util.Optional;

/** The block that is open, and what each line does to it. */
final class Blocks {
  /** So many rows are kept; then what there is decides how wide the columns are. */
  private static final int MOST_ROWS = 200;

  private final Page page;
  private final Flow flow;
  private final InlineMarkup markup;
  private final InlineStream inline;
  private final Containers containers;
  private boolean paragraph;
  private boolean something;
  private boolean blank;
  private Optional<String> header = Optional.empty();
  private Optional<Table> table = Optional.empty();
  private Optional<Fence> fence = Optional.empty();
  private Verbatim verbatim;

  Blocks(Page page) {
    this.page = page;
    this.flow = new Flow(page);
    this.markup = new InlineMarkup(page.style());
    this.inline = new InlineStream(flow, markup);
    this.containers = new Containers(page.style());
  }

  /** Whether lines are taken as they are. */
  boolean verbatim() {
    return fence.isPresent();
  }

  /** Whether the line before can be the head of a table. */
  boolean tableMayBegin() {
    return header.isPresent();
  }

  int depth() {
    return containers.size();
  }

  Optional<Opening> read(CharSequence line, boolean whole) {
    return new LineStart(line, whole, containers.open(), paragraph).read();
  }

  /** A line that begins so; of text, more may follow on the line. */
  void open(Opening opening, String line) {
    String own = line.substring(opening.at());
    if (takenByTable(opening, own)) {
      return;
    }
    if (opening.continues(paragraph)) {
      inline.text(" ".repeat(opening.indent()) + own);
      return;
    }
    end();
    containers.keep(opening.matched());
    if (opening.kind() == Opening.Kind.BLANK && opening.opened().isEmpty()) {
      blank = something;
      return;
    }
    if (blank) {
      page.blankLine(containers.following(page.columns()));
    }
    blank = false;
    something = true;
    containers.open(opening.opened());
    begin(opening, line, own);
  }

  private void begin(Opening opening, String line, String own) {
    switch (opening.kind()) {
      case BLANK -> page.line(containers.next(page.columns()), "", Look.PLAIN);
      case TEXT -> beginParagraph(opening.indent(), own);
      case HEADING -> heading(own);
      case RULE -> rule(own);
      case TABLE_ROW -> header = Optional.of(" ".repeat(opening.indent()) + own);
      case INDENTED_CODE -> indented(opening, own);
      case FENCE -> {
        Fence.Code code = Fence.Code.of(line, opening);
        fence = Optional.of(code);
        verbatim = Verbatim.code(page, flow, containers, code.info(line, opening));
      }
      case FORMULA -> formula(Fence.Formula.of(line, opening), own);
    }
  }

  private void beginParagraph(int indent, String own) {
    paragraph = true;
    beginText(Look.PLAIN);
    inline.text(" ".repeat(indent) + own);
  }

  private void beginText(Look look) {
    Margin first = containers.next(page.columns());
    flow.begin(first, containers.following(page.columns()));
    inline.begin(look);
  }

  /** More of a line that is text. */
  void text(char c) {
    inline.text(c);
  }

  void endTextLine() {
    inline.endLine();
  }

  private void heading(String own) {
    int level = own.indexOf(' ') < 0 ? own.length() : own.indexOf(' ');
    String text = own.substring(level).strip().replaceFirst("(^|\\s+)#+$", "");
    beginText(Look.heading(level));
    if (!page.style().colored()) {
      inline.text(own.substring(0, level) + " ");
    }
    inline.text(text);
    inline.end();
  }

  /** One that was drawn in the source keeps its length. */
  private void rule(String own) {
    Margin margin = containers.next(page.columns());
    int room = Math.max(page.columns() - margin.width(), 1);
    int drawn = DisplayWidth.of(own.strip());
    page.line(margin, "─".repeat(drawn > 3 ? Math.min(drawn, room) : room), Look.DIM);
  }

  private void indented(Opening opening, String own) {
    Verbatim lines = Verbatim.plain(page, flow, containers);
    lines.line(" ".repeat(opening.indent()) + own);
    lines.end();
  }

  private void formula(Fence.Formula formula, String own) {
    verbatim = Verbatim.plain(page, flow, containers);
    verbatim.line(own);
    if (own.indexOf(formula.end(), Fence.Formula.START) < 0) {
      fence = Optional.of(formula);
    } else {
      verbatim.end();
    }
  }

  /** A part of a line that is too long to wait for. */
  void partOfLine(String line) {
    verbatim.part(line);
  }

  void verbatimLine(String line) {
    int at = 0;
    for (Container container : containers.open()) {
      int next = container.match(line, at, true);
      if (next < 0 && container instanceof Container.Quote) {
        end();
        Opening opening = read(line, true).orElseThrow();
        open(opening, line);
        if (opening.kind() == Opening.Kind.TEXT) {
          endTextLine();
        }
        return;
      }
      // Models forget to indent code within lists.
      at = next < 0 ? at + Container.spaces(line, at) : next;
    }
    String own = line.substring(Math.min(at, line.length()));
    if (!fence.get().closes(own)) {
      verbatim.line(fence.get().content(own));
      return;
    }
    if (fence.get() instanceof Fence.Formula) {
      verbatim.line(own);
    }
    end();
  }

  private boolean takenByTable(Opening opening, String own) {
    boolean here = opening.matched() == containers.size() && opening.opened().isEmpty();
    if (header.isPresent()) {
      if (here && Table.begins(header.get(), own)) {
        table = Optional.of(Table.of(header.get(), own));
        header = Optional.empty();
        return true;
      }
      headerIsText();
    }
    boolean row = here && opening.kind() == Opening.Kind.TABLE_ROW && table.isPresent();
    if (row) {
      table.get().add(own);
      if (table.get().rows() >= MOST_ROWS) {
        table.get().show(page, containers, markup);
      }
    }
    return row;
  }

  /** No table has begun with it: it was a line of text. */
  private void headerIsText() {
    String text = header.orElseThrow();
    header = Optional.empty();
    beginParagraph(0, text);
    inline.endLine();
  }

  /** Ends the block that is open, if any. */
  void end() {
    if (header.isPresent()) {
      headerIsText();
    }
    if (paragraph) {
      inline.end();
      paragraph = false;
    }
    table.ifPresent(rows -> rows.show(page, containers, markup));
    table = Optional.empty();
    if (fence.isPresent()) {
      verbatim.end();
      fence = Optional.empty();
    }
  }
}
