package dev.medley.repl.line;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Environment;
import dev.medley.repl.Refused;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.utils.Signals;

/** The user's own editor: {@code $VISUAL}, else {@code $EDITOR}, else vi. */
public final class Editor {
  private static final File TERMINAL = new File("/dev/tty");

  /** What a shell ends with when there is no such program (POSIX, 2.8.2). */
  private static final int NO_SUCH_PROGRAM = 127;

  private final Environment environment;

  public Editor(Environment environment) {
    this.environment = environment;
  }

  /** Whether the user has said which; else it is the system's usual one. */
  public boolean isChosen() {
    return chosen().isPresent();
  }

  /**
   * Opens a file and waits until the user leaves the editor.
   *
   * @throws Refused when there is no editor, or it failed; the file is as it left it
   */
  public void open(Path file) {
    // Ctrl-C is the editor's, and goes to every process at the terminal.
    Object before = Signals.register("INT", () -> {});
    try {
      int code = start(file).waitFor();
      if (code == NO_SUCH_PROGRAM) {
        throw refused("there is no editor \"" + command() + "\"");
      }
      if (code != 0) {
        throw refused(command() + " ended with code " + code);
      }
    } catch (IOException broken) {
      throw refused("cannot edit with " + command() + ": " + broken.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw refused(command() + " was not waited for");
    } finally {
      Signals.unregister("INT", before);
    }
  }

  /**
   * What the user made of the text.
   *
   * @throws Refused when there is no editor, or it failed
   */
  String edit(String text) {
    try {
      Path file = Files.createTempFile("medley-", ".md");
      try {
        Files.writeString(file, text);
        open(file);
        return Files.readString(file).stripTrailing();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw refused("cannot edit with " + command() + ": " + broken.getMessage());
    }
  }

  private static Refused refused(String message) {
    return new Refused(
        Failure.of(FailureKind.CONFIG, message).withHint("set VISUAL or EDITOR to your editor"));
  }

  private Optional<String> chosen() {
    return environment.variable("VISUAL").or(() -> environment.variable("EDITOR"));
  }

  private String command() {
    return chosen().orElse(environment.windows() ? "notepad" : "vi");
  }

  /** The variable may hold arguments, as it may for other programs. */
  private Process start(Path file) throws IOException {
    List<String> words =
        environment.windows()
            ? List.of("cmd", "/c", command() + " \"" + file + "\"")
            : List.of("sh", "-c", command() + " \"$1\"", "sh", file.toString());
    ProcessBuilder editor = new ProcessBuilder(words).inheritIO();
    if (!environment.windows() && terminalIsThere()) {
      editor.redirectInput(TERMINAL).redirectOutput(TERMINAL);
    }
    return editor.start();
  }

  /** Standard input may have been a pipe. */
  private static boolean terminalIsThere() {
    try {
      new FileInputStream(TERMINAL).close();
      return true;
    } catch (IOException none) {
      return false;
    }
  }
}
