package dev.medley.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.TerminalRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation as somebody at a terminal sees it. */
class ChatTerminalTest {
  @TempDir Path home;

  private TerminalRun chat(String model) {
    TerminalRun run = TerminalRun.of(home, "chat", "-q", "-m", model);
    run.awaitEnd(model + " · $0 >");
    return run;
  }

  @Test
  void answersStandBelowWhatWasSaidAndThePromptCounts() {
    try (TerminalRun run = chat("demo/swift")) {
      run.enter("hi").awaitEnd("demo/swift · $0.000013 >");
      assertEquals(
          """
          demo/swift · $0 > hi
          Hello! Quick question, quick answer: go ahead. (Simulated by demo/swift: a stand
          -in for an answer, not a real one.)
          demo/swift · $0.000013 >""",
          run.screen());
      run.control('D');
      assertEquals(0, run.exitCode());
    }
  }

  @Test
  void tabCompletesACommand() {
    try (TerminalRun run = chat("demo/swift")) {
      run.type("/unk\u007f\u007fn\t").awaitEnd("> /undo");
      assertTrue(run.screen().endsWith("> /undo"));
    }
  }
}
