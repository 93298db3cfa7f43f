package dev.medley.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPressTest {
  @ParameterizedTest
  @CsvSource({"b, 98", "bcd, 98", "é, 233", "'', -1"})
  void oneKey(String typed, int key) {
    TerminalDoor door =
        () ->
            new DumbTerminal(
                "keyboard",
                "dumb",
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8);
    assertEquals(
        key < 0 ? OptionalInt.empty() : OptionalInt.of(key),
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> KeyPress.read(door)));
  }
}
