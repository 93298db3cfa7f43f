package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path home;

  private Result ask(String model, String... more) {
    Stream<String> common =
        Stream.of("ask", "-m", model, "--max-retries", "0", "--output", "answer.txt");
    return new CliRun(home).run(Stream.concat(common, Stream.of(more)).toArray(String[]::new));
  }

  private String written() throws IOException {
    return Files.readString(home.resolve("answer.txt"));
  }

  /** Nothing but the answer and the history is left behind. */
  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theAnswerGoesToTheFileAndNotToStandardOutput() throws IOException {
    String shown = new CliRun(home).run("ask", "-m", "demo/swift", "hi").out();
    assertEquals(new Result(0, "", ""), ask("demo/swift", "hi"));
    assertEquals(shown, written());
    assertEquals(List.of(".local", "answer.txt"), files());
  }

  @Test
  void anOldFileIsReplacedAndKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(home.resolve("answer.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals(0, ask("demo/swift", "hi").code());
    assertTrue(written().startsWith("Hello!"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(home.resolve("target.txt"), "old");
    Files.createSymbolicLink(home.resolve("answer.txt"), target);
    assertEquals(0, ask("demo/swift", "hi").code());
    assertTrue(Files.isSymbolicLink(home.resolve("answer.txt")));
    assertTrue(Files.readString(target).startsWith("Hello!"));
  }

  @Test
  void aFailureLeavesAnOldFileAlone() throws IOException {
    Files.writeString(home.resolve("answer.txt"), "old");
    assertEquals(5, ask("demo/down", "hi").code());
    assertEquals(13, ask("demo/swift", "-x", "hi").code());
    assertEquals("old", written());
    assertEquals(List.of(".local", "answer.txt"), files());
  }

  @Test
  void whatCameOfATruncatedAnswerIsWrittenWithItsExitCode() throws IOException {
    Result result = ask("demo/cut", "hi");
    assertEquals(12, result.code());
    assertEquals("", result.out());
    assertFalse(written().isBlank());
  }

  @Test
  void inAChainACutAnswerMakesRoomForAWholeOne() throws IOException {
    assertEquals(0, ask("demo/cut", "--fallback", "demo/swift", "hi").code());
    assertTrue(written().contains("Simulated by demo/swift"));
  }

  @Test
  void theDocumentStaysOnStandardOutput() throws IOException {
    Result result = ask("demo/swift", "--json", "hi");
    String response = new ObjectMapper().readTree(result.out()).path("response").asText();
    assertEquals(response + "\n", written());
  }

  @Test
  void aDashIsStandardOutput() {
    Result result = new CliRun(home).run("ask", "-m", "demo/swift", "--output", "-", "hi");
    assertTrue(result.out().startsWith("Hello!"), result.out());
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeAnythingIsSent() throws IOException {
    Files.createDirectory(home.resolve("folder"));
    assertEquals(
        new Result(2, "", "error: usage\n  folder is a folder\n  → name a file in it\n"),
        new CliRun(home).run("ask", "-m", "demo/swift", "--output", "folder", "hi"));
    assertEquals(
        new Result(
            2, "", "error: usage\n  no folder for no/where.txt\n  → make it first: mkdir -p …\n"),
        new CliRun(home).run("ask", "-m", "demo/swift", "--output", "no/where.txt", "hi"));
  }
}
