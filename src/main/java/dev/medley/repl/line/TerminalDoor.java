package dev.medley.repl.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that a conversation is typed at. */
@FunctionalInterface
public interface TerminalDoor {
  /**
   * The one of this process: its standard streams, else what {@code /dev/tty} leads to. The native
   * calls of JLine are quicker than the {@code stty} programs that take their place where they
   * cannot be loaded. It is not asked what it can do: keys that are pressed early would be taken
   * for its answer, and one that does not answer would be waited for.
   */
  TerminalDoor SYSTEM =
      () ->
          TerminalBuilder.builder()
              .system(true)
              .devTty(true)
              .providers("jni,exec")
              .dumb(true)
              .graphemeCluster(false)
              .encoding(StandardCharsets.UTF_8)
              .build();

  Terminal open() throws IOException;
}
