package dev.medley.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.jline.terminal.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPressTest {
  @ParameterizedTest
  @CsvSource({"b, 98", "bcd, 98", "é, 233"})
  void oneKey(String typed, int key) throws IOException {
    PipedOutputStream keyboard = new PipedOutputStream();
    PipedInputStream keys = new PipedInputStream(keyboard);
    keyboard.write(typed.getBytes(StandardCharsets.UTF_8));
    TerminalDoor door =
        TerminalDoor.over(keys, OutputStream.nullOutputStream(), "dumb", Size.of(80, 24));
    assertEquals(
        OptionalInt.of(key),
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> KeyPress.read(door)));
  }
}
