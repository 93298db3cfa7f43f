package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.chat.FailureKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
  @TempDir private Path home;

  private String help(String... args) {
    CliRun.Result result = new CliRun(home).run(args);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void examplesComeFirstThenOptionsByPurposeThenExitCodes() {
    String ask = help("ask", "--help");
    int at = 0;
    for (String heading :
        List.of("Usage: medley ask", "\nExamples:", "\nPrompt:", "\nModels:", "\nExit codes:")) {
      int found = ask.indexOf(heading);
      assertTrue(found >= at, heading + " in " + ask);
      at = found;
    }
    assertTrue(ask.endsWith("  130  interrupted\n"), ask);
    assertEquals(ask, help("help", "ask"));
  }

  @Test
  void everyErrorClassHasItsExitCode() {
    String codes = help("--help");
    for (FailureKind kind : FailureKind.values()) {
      assertTrue(
          codes
              .lines()
              .anyMatch(
                  line ->
                      line.startsWith(String.format("  %3d  ", ExitCode.of(kind)))
                          && line.contains(kind.wireName())),
          kind.wireName());
    }
    assertFalse(help("keys", "--help").contains("Exit codes"), "it sends nothing");
  }

  @Test
  void linesStayWithinTheTerminal() {
    for (String command : List.of("ask", "compare", "fallback", "models", "keys")) {
      help(command, "--help").lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
  }
}
