package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.cli.Streams.InputKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptOptionsTest {
  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  /** The messages that would be sent. */
  private static String sent(CliRun cli, String... args) throws IOException {
    String[] all = new String[args.length + 4];
    System.arraycopy(new String[] {"ask", "--dry-run", "-m", "demo/swift"}, 0, all, 0, 4);
    System.arraycopy(args, 0, all, 4, args.length);
    Result result = cli.run(all);
    assertEquals("", result.err());
    JsonNode messages = new ObjectMapper().readTree(result.out()).path("body").path("messages");
    StringBuilder text = new StringBuilder();
    messages.forEach(
        m -> text.append(m.path("role").asText()).append(": ").append(m.path("content").asText()));
    return text.toString();
  }

  @Test
  void argumentsAreJoinedBySpaces() throws IOException {
    assertEquals("user: tell me more", sent(cli(), "tell", "me", "more"));
  }

  @Test
  void pipedInputGoesBeforeThem() throws IOException {
    assertEquals("user: some text\n\nSummarize:", sent(cli().piped("some text\n"), "Summarize:"));
  }

  @Test
  void pipedInputAloneIsAPrompt() throws IOException {
    assertEquals("user: hi", sent(cli().piped("hi")));
    assertEquals("user: hi", sent(cli().piped("hi"), "-"));
  }

  @Test
  void anEmptyPipeAddsNothing() throws IOException {
    assertEquals("user: hi", sent(cli().piped(""), "hi"));
  }

  @Test
  void stdinCanBeRefused() throws IOException {
    assertEquals("user: hi", sent(cli().piped("not this"), "--stdin", "no", "hi"));
  }

  @ParameterizedTest
  @EnumSource(names = {"TERMINAL", "NONE"})
  void whatCouldBlockIsNeverRead(InputKind kind) throws IOException {
    InputStream blocks =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("was read");
          }
        };
    assertEquals("user: hi", sent(cli().input(blocks, kind), "hi"));
  }

  @Test
  void filesAreFencedSoThatTheirTextCannotEndTheFence() throws IOException {
    CliRun cli = cli().file("a.txt", "one\n").file("b.md", "```\ncode\n```\n").piped("in");
    assertEquals(
        "user: in\n\na.txt:\n```\none\n```\n\nb.md:\n````\n```\ncode\n```\n````\n\ncompare",
        sent(cli, "-f", "a.txt", "-f", "b.md", "compare"));
  }

  @Test
  void theSystemPromptMayBeAFile() throws IOException {
    CliRun cli = cli().file("rules.txt", "Be kind.\n");
    assertEquals("system: Be kind.user: hi", sent(cli, "-s", "@rules.txt", "hi"));
    assertEquals("system: Be quick.user: hi", sent(cli(), "-s", "Be quick.", "hi"));
  }

  @Test
  void aMissingFileIsSaid() {
    assertEquals(
        new Result(2, "", "error: usage\n  no such file: nope.txt\n  → check the path\n"),
        cli().run("ask", "-m", "demo/swift", "-f", "nope.txt", "hi"));
  }

  @Test
  void noPromptAtAllIsWrongUsage() {
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              no prompt
              → write it after the options, pipe it, or name a file with -f
            """),
        cli().run("ask", "-m", "demo/swift"));
  }

  @Test
  void whatIsNotTextIsRefusedWithTheByte() {
    byte[] latin1 = "caf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              standard input is not UTF-8 text: byte 3 does not fit
              → name its encoding with --charset, such as --charset ISO-8859-1
            """),
        cli().piped(latin1).run("ask", "-m", "demo/swift", "translate"));
  }

  @Test
  void anotherCharsetCanBeNamed() throws IOException {
    byte[] latin1 = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "user: caf\u00e9\n\nhi", sent(cli().piped(latin1), "--charset", "ISO-8859-1", "hi"));
  }

  @Test
  void aSilentPipeIsAnnounced() throws IOException {
    PipedOutputStream writer = new PipedOutputStream();
    PipedInputStream reader = new PipedInputStream(writer);
    Thread late = new Thread(() -> writeLate(writer));
    late.start();
    Result result = cli().input(reader, InputKind.PIPE).run("ask", "-q", "-m", "demo/swift", "hi");
    assertTrue(result.err().startsWith("waiting for stdin; --stdin no to skip\n"), result.err());
    assertEquals(0, result.code());
  }

  /** The notice comes after one second of real time. */
  private static void writeLate(PipedOutputStream to) {
    try (to) {
      Thread.sleep(1300);
      to.write("late".getBytes(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
