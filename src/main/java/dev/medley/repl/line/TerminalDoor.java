package dev.medley.repl.line;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

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

  /** The one of this process when it is dumb and standard input is something else. */
  TerminalDoor DUMB_BESIDE_INPUT =
      () ->
          new DumbTerminal(
              "tty",
              Terminal.TYPE_DUMB,
              new FileInputStream("/dev/tty"),
              new FileOutputStream(FileDescriptor.out),
              StandardCharsets.UTF_8);

  /** One in memory, at which these keys are pressed and nobody looks. */
  static TerminalDoor typing(String keys) {
    return () -> {
      var terminal =
          new LineDisciplineTerminal(
              "keys", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
      terminal.setSize(Size.of(80, 24));
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      return terminal;
    };
  }
}
