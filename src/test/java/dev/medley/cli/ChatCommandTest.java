package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.LoopbackModel;
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

  /** Plain medley at a terminal, before anything is set up. */
  @Test
  void whoHasNothingYetIsShownHowToBegin() {
    CliRun.Result result = new CliRun(home).pressing("").run();
    assertEquals(3, result.code());
    assertEquals("", result.err());
    assertTrue(result.out().contains("medley chat -m demo/swift "), result.out());
    assertTrue(result.out().contains("medley config init "), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 80), result.out());
    assertEquals(result, new CliRun(home).pressing("").run("chat"));
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
  void whatStandsInForTheModelEndsWhereItBegan() {
    CliRun.Result result = talk("/fallback demo/down\n/fallback off\n/route\n/fallback off\n");
    assertEquals(
        """
        demo/swift, then demo/down
        demo/swift, and nobody stands in for it
        demo/swift, and nobody stands in for it
        """,
        result.out());
  }

  @Test
  void anUnknownFieldIsSetAndAskedAbout() {
    CliRun.Result result = talk("/set temp 1\n/set temp off\n/set top_k 5\n");
    assertEquals("temp 1\ntop_k 5\n", result.out());
    assertEquals(
        """
        note: temp goes out as it is; did you mean temperature?
        nothing is set; each field is sent only when it is
        """,
        result.err());
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
  void filesAndThePromptMayStandInOneLine() throws Exception {
    Files.writeString(home.resolve("a b.txt"), "alpha");
    CliRun.Result result = talk("/file \"a b.txt\" -- what -- is it?\n/save a.json\n");
    assertEquals("with the next prompt: a b.txt\n1 turn in a.json\n", result.err());
    assertTrue(
        Files.readString(home.resolve("a.json")).contains("alpha\\n```\\n\\nwhat -- is it?"));
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

  @Test
  void aConversationGoesOnWhereItWas() {
    talk("hi\nhi again\n");
    CliRun.Result result =
        new CliRun(home).piped("/undo\n/cost\nhi\n").run("chat", "--no-tty", "-c");
    assertEquals(
        """
        2 turns before; the last: hi again
        taken back: hi again
        nothing was billed in this session
        """,
        result.err());
    CliRun.Result tree = new CliRun(home).run("history", "list", "--json");
    assertEquals(0, tree.code());
    JsonNode runs = tree(tree.out()).get("runs");
    // The third run follows the first, so the second is a line of its own.
    assertEquals(3, runs.size());
  }

  @Test
  void aConversationGoesOnWithAnotherModelWhenItsOwnIsGone() throws Exception {
    try (LoopbackModel server = LoopbackModel.http()) {
      new CliRun(home)
          .piped("hi\n")
          .run(
              "chat",
              "--no-tty",
              "--base-url",
              server.url("http://127.0.0.1", "/v1").toString(),
              "-m",
              "x");
    }
    CliRun.Result lost = new CliRun(home).piped("hi\n").run("chat", "--no-tty", "-c");
    assertEquals(3, lost.code());
    CliRun.Result other =
        new CliRun(home).piped("hi\n").run("chat", "--no-tty", "-c", "-m", "demo/swift");
    assertEquals(0, other.code(), other.err());
    assertEquals(HI, other.out());
  }

  @Test
  void aBranchLeavesTheOldLineAsItWas() {
    CliRun.Result first = talk("hi\n/branch\nhi two\n");
    String old = first.err().replaceAll("(?s).*/load (\\S+).*", "$1");
    CliRun.Result oldLine = new CliRun(home).piped("").run("chat", "--no-tty", "--cid", old);
    assertEquals("1 turn before; the last: hi\n", oldLine.err());
    CliRun.Result newLine = new CliRun(home).piped("").run("chat", "--no-tty", "-c");
    assertEquals("2 turns before; the last: hi two\n", newLine.err());
  }

  @Test
  void whatWasSavedAsJsonCanBeLoaded() throws Exception {
    CliRun.Result saved = talk("/system Be brief.\nhi\n/save a.json\n/save a.md\n/save a.json\n");
    assertEquals("Be brief.\n1 turn in a.json\n1 turn in a.md\n1 turn in a.json\n", saved.err());
    assertEquals(
        """
        **System**

        Be brief.

        **You**

        hi

        **demo/swift**

        """
            + HI
            + "\n",
        Files.readString(home.resolve("a.md")));
    CliRun.Result loaded = talk("/load a.json\n/save a.md\n/save b.json\n/undo\n/load a.md\n");
    assertTrue(
        loaded
            .err()
            .startsWith(
                """
                1 turn from a.json
                error: usage
                  a.md is there already
                  → save under another name
                1 turn in b.json
                taken back: hi
                error: usage
                """),
        loaded.err());
    assertEquals(
        Files.readString(home.resolve("a.json")), Files.readString(home.resolve("b.json")));
  }

  private static JsonNode tree(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(json, notJson);
    }
  }
}
