package dev.medley.repl.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** One key, without Enter. */
public final class KeyPress {
  private KeyPress() {}

  /** The character that was typed; empty at the end of input. */
  public static OptionalInt read(TerminalDoor door) {
    try (Terminal terminal = door.open()) {
      Attributes before = terminal.enterRawMode();
      try {
        int key = terminal.reader().read();
        return key < 0 ? OptionalInt.empty() : OptionalInt.of(key);
      } finally {
        terminal.setAttributes(before);
      }
    } catch (IOException noTerminal) {
      throw new UncheckedIOException(noTerminal);
    }
  }
}
