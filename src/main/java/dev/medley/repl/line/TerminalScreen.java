package dev.medley.repl.line;

import dev.medley.chat.Cancellation;
import dev.medley.config.Environment;
import dev.medley.render.NarrowText;
import dev.medley.render.SafeText;
import dev.medley.render.Style;
import dev.medley.render.terminal.markdown.MarkdownStream;
import dev.medley.repl.Screen;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** A terminal with somebody at it. */
public final class TerminalScreen implements Screen {
  /** How answers are shown. */
  public enum Answers {
    RENDERED,
    AS_WRITTEN
  }

  private final Terminal terminal;
  private final Style style;
  private final Answers answers;
  private final Editor editor;
  private final Attributes cooked;
  private final LineInput input;

  private TerminalScreen(
      Terminal terminal,
      Style style,
      Answers answers,
      Environment environment,
      Optional<Path> typed) {
    this.terminal = terminal;
    this.style = style;
    this.answers = answers;
    this.editor = new Editor(environment);
    this.cooked = terminal.getAttributes();
    listenQuietly();
    this.input = new LineInput(terminal, typed, this::edited);
    terminal.handle(Signal.INT, signal -> {}); // between prompts there is nothing to stop
  }

  /**
   * What is typed in the middle of an answer is not shown there; it waits for the next prompt, key
   * by key: a terminal that gathers lines would make an end of input of a Ctrl-D that came early.
   */
  private void listenQuietly() {
    Attributes quiet = new Attributes(cooked);
    quiet.setLocalFlags(EnumSet.of(LocalFlag.ECHO, LocalFlag.ICANON), false);
    terminal.setAttributes(quiet);
  }

  /**
   * @param typed where lines are remembered; empty: in memory only
   */
  public static TerminalScreen open(
      TerminalDoor door,
      Style style,
      Answers answers,
      Environment environment,
      Optional<Path> typed) {
    try {
      return new TerminalScreen(door.open(), style, answers, environment, typed);
    } catch (IOException noTerminal) {
      throw new UncheckedIOException(noTerminal);
    }
  }

  @Override
  public void completing(Function<List<String>, List<Suggestion>> proposals) {
    input.proposals().from(proposals);
  }

  @Override
  public Typed read(String prompt) {
    return input.read(prompt);
  }

  @Override
  public Optional<String> ask(String question) {
    return input.ask(question);
  }

  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public AnswerView answer() {
    return answers == Answers.RENDERED ? rendered() : written();
  }

  private AnswerView rendered() {
    MarkdownStream markdown = new MarkdownStream(this::print, style, this::columns);
    return new AnswerView() {
      @Override
      public void text(String piece) {
        markdown.feed(piece);
      }

      @Override
      public void finish() {
        markdown.finish();
      }
    };
  }

  private AnswerView written() {
    return new AnswerView() {
      private boolean lineOpen;

      @Override
      public void text(String piece) {
        print(SafeText.forTerminal(piece));
        lineOpen = !piece.endsWith("\n");
      }

      @Override
      public void finish() {
        if (lineOpen) {
          print("\n");
          lineOpen = false;
        }
      }
    };
  }

  @Override
  public void println(String line) {
    print(line + "\n");
  }

  @Override
  public void note(String line) {
    print(NarrowText.of(line, columns()) + "\n");
  }

  @Override
  public void noteRaw(String text) {
    print(text);
  }

  private synchronized void print(String text) {
    terminal.writer().print(text);
    terminal.writer().flush();
  }

  @Override
  public Style style() {
    return style;
  }

  @Override
  public Style noteStyle() {
    return style;
  }

  @Override
  public int columns() {
    int columns = terminal.getColumns();
    return columns > 0 ? columns : Integer.MAX_VALUE;
  }

  @Override
  public <T> T during(Cancellation cancellation, Supplier<T> work) {
    Terminal.SignalHandler before = terminal.handle(Signal.INT, signal -> cancellation.cancel());
    try {
      return work.get();
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }

  @Override
  public Optional<String> edit(String text) {
    String written = edited(text);
    return written.equals(text) ? Optional.empty() : Optional.of(written);
  }

  /** Also from within a line that is being typed. */
  private String edited(String text) {
    Attributes raw = terminal.getAttributes();
    terminal.setAttributes(cooked);
    try {
      return editor.edit(text);
    } finally {
      terminal.setAttributes(raw);
    }
  }

  /** By the terminal itself (OSC 52 of xterm), so that it works over ssh. */
  @Override
  public boolean copy(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    print("\u001b]52;c;" + Base64.getEncoder().encodeToString(bytes) + "\u0007");
    return true;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // Then it needs no closing.
    }
  }
}
