package dev.medley.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.TerminalRun;
import dev.medley.demo.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
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

  /** At the pace at which models speak, so that there is a middle of an answer. */
  private TerminalRun slowChat(String model, Size size) {
    TerminalRun run =
        TerminalRun.of(home, size, Map.of("NO_COLOR", "1"), Pace.REAL, "chat", "-q", "-m", model);
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
          Hello! Quick question, quick answer: go ahead. (Simulated by demo/swift: a
          stand-in for an answer, not a real one.)
          demo/swift · $0.000013 >""",
          run.screen());
      run.control('D');
      assertEquals(0, run.exitCode());
    }
  }

  @Test
  void theRehearsalLeavesNoTrace() throws InterruptedException {
    try (TerminalRun run = chat("demo/swift")) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("medley-warm-up")) {
          thread.join(10_000);
          assertFalse(thread.isAlive(), "the rehearsal ends");
        }
      }
      assertEquals("demo/swift · $0 >", run.screen());
      run.enter("/history").await("nothing like that is in the history");
      run.enter("/cost").await("nothing was billed in this session");
    }
  }

  @Test
  void whatAModelSaysCannotCommandTheTerminal() {
    try (TerminalRun run = chat("demo/swift")) {
      run.enter("\u0016\u001b]0;owned\u0016\u0007").await("demo/swift · $0.0000");
      assertFalse(run.screen().contains("\u001b"));
      run.enter("/system \u0016\u001b[31mred").await("␛[31mred");
    }
  }

  @Test
  void ctrlCStopsAnAnswerAndKeepsWhatCame() {
    try (TerminalRun run = slowChat("demo/sage", Size.of(80, 24))) {
      run.enter("tell me about rivers").await("The first thing");
      run.control('C').await("── stopped: what came is kept; /retry asks again ──");
      run.enter("/save kept.json").await("1 turn in kept.json");
      assertTrue(read("kept.json").contains("\"partial\" : true"));
    }
  }

  @Test
  void ctrlCAtThePromptClearsTheLineAndThenHints() {
    try (TerminalRun run = chat("demo/swift")) {
      run.type("half a line").await("> half a line");
      run.control('C').awaitEnd("half a line\ndemo/swift · $0 >");
      run.control('C').awaitEnd("Ctrl-D leaves; /help lists the commands\ndemo/swift · $0 >");
      run.control('P').awaitEnd("> half a line");
    }
  }

  @Test
  void tenThousandPastedLinesAreOneMarkOnTheLineAndWholeWhenSent() {
    String text = IntStream.range(0, 10_000).mapToObj(n -> "line " + n).collect(joined());
    try (TerminalRun run = chat("demo/swift")) {
      run.paste(text).await("[pasted 10,000 lines #");
      run.enter("").await("demo/swift · $0.00");
      run.enter("/save long.json").await("1 turn in long.json");
      assertTrue(read("long.json").contains("line 0\\nline 1\\nline 2\\n"));
      assertTrue(read("long.json").contains("\\nline 9999\""));
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n");
  }

  @Test
  void severalLinesInThreeWays() {
    try (TerminalRun run = chat("demo/swift")) {
      run.type("one\\\r").awaitEnd("one\n·");
      run.type("two\u001b\rthree\r").await("demo/swift · $0.00");
      run.enter("/save a.json").await("1 turn in a.json");
      assertTrue(read("a.json").contains("\"one\\ntwo\\nthree\""), read("a.json"));
      run.enter("\"\"\"")
          .enter("/x")
          .enter("y")
          .enter("\"\"\"")
          .await("\"\"\"\n· /x\n· y\n· \"\"\"");
      run.enter("/save b.json").await("2 turns in b.json");
      assertTrue(read("b.json").contains("\"/x\\ny\""), read("b.json"));
    }
  }

  @Test
  void wideCharactersAreEditedAsTheyAreSeen() {
    try (TerminalRun run = chat("demo/swift")) {
      run.type("日本語です").await("> 日本語です");
      run.type("\u007f\u007f").awaitEnd("> 日本語");
      run.type("!\r").await("“日本語”");
    }
  }

  @Test
  void tabCompletesCommandsModelsAndFiles() throws Exception {
    Files.writeString(home.resolve("read me.txt"), "x");
    try (TerminalRun run = chat("demo/swift")) {
      run.type("/und\t").awaitEnd("> /undo");
      run.control('U').type("/model demo/stea\t").awaitEnd("> /model demo/steady");
      run.control('U').type("/file read\t").awaitEnd("> /file read\\ me.txt");
      run.type("\r").await("with the next prompt: read me.txt");
      run.awaitEnd("· +1 file >");
    }
  }

  @Test
  void whatWasTypedIsFoundInTheNextSessionButNotWithASpaceInFront() throws Exception {
    try (TerminalRun run = chat("demo/swift")) {
      run.enter("a question about tides").await("$0.0000");
      run.enter(" a secret about tides").await("“secret”");
      run.control('D');
      run.exitCode();
    }
    try (TerminalRun run = chat("demo/swift")) {
      run.control('R').type("tides").await("a question about tides");
      assertFalse(run.screen().contains("secret"));
    }
    Path typed = home.resolve(".local/share/medley/chat_lines");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(typed)));
  }

  @Test
  void aServerThatDiesMidAnswerLeavesWhatCameAndTheSession() {
    try (TerminalRun run = chat("demo/cut")) {
      run.enter("hi").await("── broken off: what came is kept; /retry asks again ──");
      assertTrue(run.screen().contains("error: demo/cut: truncated"), run.screen());
      run.enter("/retry demo/swift").await("Hello! Quick question");
      run.enter("/save a.json").await("1 turn in a.json");
      assertTrue(read("a.json").contains("\"partial\" : false"));
    }
  }

  @Test
  void theWindowMayChangeWhileAnAnswerComes() {
    try (TerminalRun run = slowChat("demo/sage", Size.of(100, 30))) {
      run.enter("tell me about rivers").await("The first thing");
      run.resize(60, 20).await("What survives");
      String seen = run.control('C').await("── stopped");
      String later = seen.substring(seen.indexOf("What survives"));
      assertTrue(later.lines().allMatch(line -> line.length() <= 60), seen);
      run.enter("/undo").await("taken back: tell me about rivers");
    }
  }

  @Test
  void oneAnswerOfAComparisonGoesOn() {
    try (TerminalRun run = chat("demo/swift")) {
      run.enter("/compare demo/swift,demo/steady hi").awaitEnd("number, or Enter for none:");
      run.enter("2").await("the conversation goes on with the answer of demo/steady");
      run.enter("/cost").await("together");
    }
  }

  @Test
  void aFullWindowIsSaidBeforeAnythingIsSent() {
    try (TerminalRun run = chat("demo/short")) {
      run.enter("hi").await("$0.0000");
      run.enter("word ".repeat(45)).awaitEnd("d, m, s, or Enter to send nothing:");
      assertTrue(run.screen().contains("and demo/short takes 64"), run.screen());
      run.enter("").await("nothing was sent");
    }
  }

  private String read(String name) {
    try {
      return Files.readString(home.resolve(name));
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
