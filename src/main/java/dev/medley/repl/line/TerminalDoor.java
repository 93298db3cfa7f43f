package dev.medley.repl.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that a conversation is typed at. */
@FunctionalInterface
public interface TerminalDoor {
  /**
   * The one of this process: its standard streams, else what {@code /dev/tty} leads to. The native
   * calls of JLine are quicker than the {@code stty} programs that take their place where they
   * cannot be loaded.
   */
  TerminalDoor SYSTEM =
      () ->
          TerminalBuilder.builder()
              .system(true)
              .devTty(true)
              .providers("jni,exec")
              .dumb(true)
              .encoding(StandardCharsets.UTF_8)
              .build();

  Terminal open() throws IOException;

  /** One that lives in these streams. */
  static TerminalDoor over(InputStream in, OutputStream out, String type, Size size) {
    return () ->
        TerminalBuilder.builder()
            .system(false)
            .streams(in, out)
            .type(type)
            .size(size)
            .encoding(StandardCharsets.UTF_8)
            .build();
  }
}
