package dev.medley.render.terminal.markdown;

import dev.medley.render.SafeText;
import dev.medley.render.Style;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** A text as it is, wrapped between words; control characters are made harmless. */
public final class PlainStream implements TextStream {
  private final Consumer<String> out;
  private final Page page;
  private final Flow flow;

  public PlainStream(Consumer<String> out, Style style, IntSupplier columns) {
    this.out = out;
    this.page = new Page(style, columns);
    this.flow = new Flow(page);
  }

  @Override
  public void feed(String piece) {
    flow.text(SafeText.forTerminal(piece), Look.PLAIN);
    write();
  }

  @Override
  public void finish() {
    flow.end();
    write();
  }

  private void write() {
    String rendered = page.take();
    if (!rendered.isEmpty()) {
      out.accept(rendered);
    }
  }
}
