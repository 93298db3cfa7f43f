package dev.medley.repl.line;

import dev.medley.repl.Block;
import dev.medley.repl.Typed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;

/** Reads what is typed: editing, several lines, keys, history. */
final class LineInput {
  private static final String ENTER = "medley-enter";
  private static final String NEW_LINE = "medley-new-line";
  private static final String EDITOR = "medley-editor";
  private static final List<String> KEY_MAPS =
      List.of(LineReader.EMACS, LineReader.VIINS, LineReader.DUMB);

  private final LineReader reader;
  private final Pastes pastes = new Pastes();
  private final Proposals proposals = new Proposals();

  /**
   * @param typed where lines are remembered; empty: in memory only
   * @param editor lets the user change a text elsewhere
   */
  LineInput(Terminal terminal, Optional<Path> typed, UnaryOperator<String> editor) {
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("medley")
            .parser(new LineParser())
            .completer(proposals)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE, true)
            .option(Option.INSERT_TAB, false)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "· ")
            .variable(LineReader.BELL_STYLE, "none")
            .build();
    typed.ifPresent(file -> TypedLines.in(file, reader));
    bind(editor);
  }

  private void bind(UnaryOperator<String> editor) {
    bind(ENTER, this::enter, "\r", "\n");
    bind(NEW_LINE, () -> newLine(), KeyMap.alt('\r'), KeyMap.alt('\n'));
    bind(EDITOR, () -> edit(editor), KeyMap.ctrl('O'));
    Widget paste = reader.getBuiltinWidgets().get(LineReader.BEGIN_PASTE);
    reader.getWidgets().put(LineReader.BEGIN_PASTE, () -> paste(paste));
  }

  private void bind(String name, Widget widget, String... keys) {
    reader.getWidgets().put(name, widget);
    KEY_MAPS.forEach(map -> reader.getKeyMaps().get(map).bind(new Reference(name), keys));
  }

  Proposals proposals() {
    return proposals;
  }

  Typed read(String prompt) {
    try {
      return new Typed.Line(pastes.unfold(reader.readLine(escaped(prompt))));
    } catch (UserInterruptException ctrlC) {
      String partial = ctrlC.getPartialLine() == null ? "" : ctrlC.getPartialLine();
      if (!partial.isBlank()) {
        reader.getHistory().add(partial); // an arrow key brings back what was cleared by mistake
      }
      return new Typed.Interrupted(!partial.isEmpty());
    } catch (EndOfFileException ctrlD) {
      return new Typed.End();
    }
  }

  /** A short answer that is not remembered; empty when none was given. */
  Optional<String> ask(String question) {
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return Optional.of(reader.readLine(escaped(question)));
    } catch (UserInterruptException | EndOfFileException none) {
      return Optional.empty();
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      reader.setVariable(LineReader.DISABLE_COMPLETION, false);
    }
  }

  /** To the reader a percent sign begins a pattern. */
  private static String escaped(String prompt) {
    return prompt.replace("%", "%%");
  }

  private boolean enter() {
    Buffer buffer = reader.getBuffer();
    String text = buffer.toString();
    if (Block.open(text)) {
      return newLine();
    }
    if (Block.goesOn(text)) {
      buffer.cursor(buffer.length());
      buffer.backspace();
      return newLine();
    }
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  private boolean newLine() {
    reader.getBuffer().write('\n');
    return true;
  }

  private boolean paste(Widget builtin) {
    Buffer buffer = reader.getBuffer();
    int from = buffer.cursor();
    boolean pasted = builtin.apply();
    String text = buffer.substring(from, buffer.cursor());
    String shown = pastes.fold(text);
    if (!shown.equals(text)) {
      buffer.backspace(buffer.cursor() - from);
      buffer.write(shown);
    }
    return pasted;
  }

  private boolean edit(UnaryOperator<String> editor) {
    Buffer buffer = reader.getBuffer();
    String written = editor.apply(pastes.unfold(buffer.toString()));
    buffer.clear();
    buffer.write(pastes.fold(written));
    reader.callWidget(LineReader.REDRAW_LINE);
    return true;
  }
}
