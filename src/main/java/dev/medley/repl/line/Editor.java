package dev.medley.repl.line;

import dev.medley.config.Environment;
import dev.medley.repl.Refused;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user's own editor: {@code $VISUAL}, else {@code $EDITOR}, else vi. */
final class Editor {
  private static final File TERMINAL = new File("/dev/tty");

  private final Environment environment;

  Editor(Environment environment) {
    this.environment = environment;
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
        int code = start(file).waitFor();
        if (code != 0) {
          throw Refused.usage(
              command() + " ended with code " + code, "set VISUAL or EDITOR to another editor");
        }
        return Files.readString(file).stripTrailing();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw Refused.usage(
          "cannot edit with " + command() + ": " + broken.getMessage(),
          "set VISUAL or EDITOR to your editor");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return text;
    }
  }

  private String command() {
    return environment
        .variable("VISUAL")
        .or(() -> environment.variable("EDITOR"))
        .orElse(environment.windows() ? "notepad" : "vi");
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
