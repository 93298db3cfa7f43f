package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation over plain streams. */
class ChatCommandTest {
  @TempDir Path home;

  private CliRun.Result talk(String lines, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "chat";
    args[1] = "--no-tty";
    args[2] = "-m";
    args[3] = "demo/swift";
    System.arraycopy(more, 0, args, 4, more.length);
    return new CliRun(home).piped(lines).run(args);
  }

  private static final String HI =
      "Hello! Quick question, quick answer: go ahead. (Simulated by demo/swift: a stand-in for an"
          + " answer, not a real one.)\n";

  @Test
  void linesInAnswersOut() {
    CliRun.Result result = talk("hi\n\nhi\n");
    assertEquals(HI + HI, result.out());
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  @Test
  void whatWasSaidGoesWithWhatIsSaidNext() {
    CliRun.Result result = talk("hi\nhi\n/cost\n");
    assertEquals(
        HI
            + HI
            + """
            model       answers   tokens      cost
            demo/swift        2  47 → 64  $0.00003
            """,
        result.out());
  }

  @Test
  void aMistypedCommandSendsNothingAndNamesTheNearest() {
    CliRun.Result result = talk("/modle\n.modle x\n/zzzzzz\n/cost\n");
    assertEquals("", result.out());
    assertEquals(
        """
        error: usage
          no command /modle
          → did you mean /model? (a line that begins with // is said)
        error: usage
          no command /modle
          → did you mean /model? (a line that begins with // is said)
        error: usage
          no command /zzzzzz
          → /help lists them (a line that begins with // is said)
        nothing was billed in this session
        """,
        result.err());
    assertEquals(2, result.code());
  }

  @Test
  void theFirstFailureIsTheExitCode() {
    CliRun.Result result =
        talk("hi\n/model demo/down\nhi\n/model demo/swift\nhi\n", "--max-retries", "0");
    assertEquals(HI + HI, result.out());
    assertTrue(result.err().startsWith("error: demo/down: "), result.err());
    assertEquals(5, result.code());
  }

  @Test
  void anAnswerOfAComparisonGoesOn() {
    CliRun.Result result =
        talk("/compare demo/swift,demo/down hi\n/keep 2\n/keep 1\n/undo\n", "--max-retries", "0");
    assertTrue(result.out().startsWith("── demo/swift ──\n" + HI + "\n── demo/down ──\n"));
    assertEquals(
        """
        /keep N goes on with the Nth answer
        error: usage
          no answer "2"
          → a number from 1 to 2, of one that answered
        the conversation goes on with the answer of demo/swift
        taken back: hi
        """,
        result.err());
  }

  @Test
  void filesGoWithTheNextPromptOnly() throws Exception {
    Files.writeString(home.resolve("a b.txt"), "alpha");
    CliRun.Result result = talk("/file \"a b.txt\"\n/file\nhi\n/file\n/file nowhere\n");
    assertEquals(
        """
        with the next prompt: a b.txt
        with the next prompt: a b.txt
        nothing goes with the next prompt
        error: usage
          no such file: nowhere
          → check the path
        """,
        result.err());
  }

  @Test
  void chatNeedsATerminalOrIsToldThatThereIsNone() {
    CliRun.Result result = new CliRun(home).piped("hi").run("chat", "-m", "demo/swift");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: usage
          chat needs a terminal
          → --no-tty takes prompts from standard input
        """,
        result.err());
  }
}
