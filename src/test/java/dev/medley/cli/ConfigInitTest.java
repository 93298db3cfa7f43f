package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first run: what can be found out is not asked. */
class ConfigInitTest {
  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void place() {
    file = home.resolve(".config/medley/config.yaml");
  }

  private Result init(LoopbackServer server, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "config";
    args[1] = "init";
    System.arraycopy(more, 0, args, 2, more.length);
    return new CliRun(home)
        .variable("OPENAI_API_KEY", "sk-x")
        .variable("OPENAI_BASE_URL", server.url("/v1").toString())
        .run(args);
  }

  @Test
  void aKeyInAVariableIsFoundUsedAndTested() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.running(WireScript.json("{\"data\":[{\"id\":\"gpt-4o-mini\"}]}"))) {
      Result result = init(server);

      assertEquals(0, result.code());
      assertTrue(result.out().startsWith("wrote " + file + "\n"), result.out());
      assertTrue(
          result.out().lines().anyMatch(l -> l.matches("ok +openai +/models +1 model · \\d+ ms")),
          result.out());
      assertEquals("try it: medley ask \"hi\"      (asks openai/gpt-4o-mini)\n", result.err());
      assertTrue(
          Files.readString(file).contains("\ndefault_model: \"openai/gpt-4o-mini\"\n"),
          "the file fits what was found");
    }
  }

  @Test
  void aRefusedKeyIsALineAndTheFileIsThere() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.running(
            WireScript.answer(
                401,
                "Content-Type: application/json\r\n",
                "{\"error\":{\"message\":\"Incorrect API key\"}}"))) {
      Result result = init(server);

      assertEquals(0, result.code());
      assertTrue(Files.exists(file));
      String line =
          result.out().lines().filter(l -> l.startsWith("fail  openai")).findFirst().orElseThrow();
      assertTrue(line.contains("Incorrect API key"), line);
    }
  }

  @Test
  void nobodyIsAskedWhenThatIsNotWanted() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json("{\"data\":[]}"))) {
      assertEquals("wrote " + file + "\n", init(server, "--no-test").out());
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void aMissingKeySaysTheVariableTheFileAndWhereKeysAreMade() {
    Result result = new CliRun(home).run("ask", "-m", "openai/gpt-4o", "hi");

    assertEquals(3, result.code());
    assertEquals(
        """
        error: openai/gpt-4o: config
          no key for openai: OPENAI_API_KEY is not set
          → export OPENAI_API_KEY=…, or run medley keys set openai, or set providers.openai.key_file \
        in ~/.config/medley/config.yaml; keys are made at https://platform.openai.com/api-keys
        """,
        result.err());
  }
}
