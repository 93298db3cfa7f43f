package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.launcher.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs, offline. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the examples are POSIX shell")
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

  @TempDir private Path home;

  private Result run(String line) {
    return new Shell(home).variable("EXAMPLES", EXAMPLES.toString()).run(line);
  }

  @Test
  void noExampleIsLeftOut() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertEquals(
          Set.of(
              "tokenbay.yaml",
              "routing.yaml",
              "routing-prompts.yaml",
              "summarize-ticket.sh",
              "commit-message.sh",
              "nightly-digest.sh"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void aTicketInThreeBulletPoints() {
    Result result =
        run(
            "printf 'Login fails.\\nA blank page shows. Only in Safari. Since Monday.'"
                + " | \"$EXAMPLES/summarize-ticket.sh\"");
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result.out().startsWith("- Login fails.\n- A blank page shows.\n- Only in Safari.\n"),
        result.out());
  }

  @Test
  void aCommitMessageFromWhatIsStaged() {
    assumeTrue(run("git --version").code() == 0, "git is not there");
    run("git init -q . && echo hello > greeting.txt && git add greeting.txt");
    Result result = run("\"$EXAMPLES/commit-message.sh\"");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("Change greeting.txt\n"), result.out());
  }

  @Test
  void aNightlyJobSurvivesModelsThatAreDown() throws IOException {
    Path logs = Files.createDirectory(home.resolve("logs"));
    Files.writeString(logs.resolve("backup.txt"), "The backup failed. The disk was full.");
    Result result = run("\"$EXAMPLES/nightly-digest.sh\" logs");
    assertEquals(new Result(0, "logs/backup.txt: done\n", ""), result);
    assertTrue(Files.readString(logs.resolve("backup.digest")).startsWith("- The backup failed."));
    assertTrue(
        Files.readString(logs.resolve("digest.log"))
            .startsWith(
                "demo/down 503 overloaded → demo/flaky 429 rate limit → demo/swift answered"));
  }

  @Test
  void theGatewayConfigurationRoutesEachTaskToItsModel() {
    assertRouted("echo hi", "task default (rule 4: always) → tokenbay/gpt-4o-mini");
    assertRouted(
        "echo summarize this", "task cheap_summary (rule 2: \"summarize\") → tokenbay/qwen-plus");
    assertRouted("echo why is it so", "task reasoning (rule 3: \"why\") → tokenbay/gpt-4o");
    assertRouted("seq 1 60000", "task long_context (rule 1: input_tokens >60000 (about ");
    Result chain =
        run("medley fallback --config \"$EXAMPLES/tokenbay.yaml\" --dry-run hi | grep '\"model\"'");
    assertEquals(
        "gpt-4o-mini qwen-plus gemini-1.5-flash",
        chain.out().replaceAll("[^a-z0-9.\\n-]|\"?model\"?", "").strip().replace('\n', ' '));
  }

  private void assertRouted(String prompt, String reason) {
    Result result = run(prompt + " | medley route --config \"$EXAMPLES/tokenbay.yaml\" --dry-run");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.err().startsWith(reason), result.err());
  }
}
