package dev.medley.repl;

import dev.medley.chat.Cancellation;
import dev.medley.render.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Plain streams, for scripts: lines in, answers out, all else to the side. Nobody is asked. */
public final class PlainScreen implements Screen {
  private final BufferedReader in;
  private final Consumer<String> out;
  private final Consumer<String> side;
  private final Style style;
  private final Style sideStyle;

  /**
   * @param out takes answers and what was asked for
   * @param side takes what is said about them
   */
  public PlainScreen(
      BufferedReader in,
      Consumer<String> out,
      Consumer<String> side,
      Style style,
      Style sideStyle) {
    this.in = in;
    this.out = out;
    this.side = side;
    this.style = style;
    this.sideStyle = sideStyle;
  }

  @Override
  public Typed read(String prompt) {
    StringBuilder text = new StringBuilder();
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean more = Block.goesOn(line);
        text.append(more ? line.substring(0, line.length() - 1) : line);
        if (!more && !Block.open(text.toString())) {
          return new Typed.Line(text.toString());
        }
        text.append('\n');
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return text.isEmpty() ? new Typed.End() : new Typed.Line(text.toString());
  }

  @Override
  public Optional<String> ask(String question) {
    return Optional.empty();
  }

  @Override
  public boolean interactive() {
    return false;
  }

  @Override
  public AnswerView answer() {
    return new AnswerView() {
      private boolean lineOpen;

      @Override
      public void text(String piece) {
        out.accept(piece);
        lineOpen = !piece.endsWith("\n");
      }

      @Override
      public void finish() {
        if (lineOpen) {
          out.accept("\n");
          lineOpen = false;
        }
      }
    };
  }

  @Override
  public void println(String line) {
    out.accept(line + "\n");
  }

  @Override
  public void note(String line) {
    noteRaw(line + "\n");
  }

  @Override
  public void noteRaw(String text) {
    side.accept(text);
  }

  @Override
  public Style style() {
    return style;
  }

  @Override
  public Style noteStyle() {
    return sideStyle;
  }

  @Override
  public int columns() {
    return Integer.MAX_VALUE;
  }

  @Override
  public <T> T during(Cancellation cancellation, Supplier<T> work) {
    return work.get();
  }

  @Override
  public Optional<String> edit(String text) {
    throw Refused.usage("an editor needs a terminal", "write the prompt here");
  }

  @Override
  public boolean copy(String text) {
    return false;
  }

  @Override
  public void close() {}
}
