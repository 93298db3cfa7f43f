package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final WireScript LIST =
      WireScript.json("{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
  private static final String NO_LOCAL =
      "ollama: {base_url: '%1$s'}, lmstudio: {base_url: '%1$s'}, llamacpp: {base_url: '%1$s'}, vllm: {base_url: '%1$s'}"
          .formatted("http://127.0.0.1:1/v1");

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  /** The findings with spaces and times made even. */
  private static String even(Result result) {
    return result.out().replaceAll(" +", " ").replaceAll("\\d+ ms", "N ms");
  }

  @Test
  void aWellConfiguredProviderIsWell() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(LIST)) {
      CliRun cli =
          cli()
              .config(
                  "providers: {corp: {base_url: '%s', key_env: CORP}, %s}"
                      .formatted(server.url("/v1"), NO_LOCAL))
              .variable("CORP", "sk-hush");
      Result result = cli.run("doctor");
      assertEquals(
          """
          ok settings files ~/.config/medley/config.yaml
          ok keys present corp (env:CORP)
          - keys missing openai, openrouter, tokenbay, gemini, anthropic, dashscope, deepseek, mistral, groq, together, fireworks, xai, moonshot
          ok proxy none
          ok corp tcp %s · N ms
          ok corp /models 2 models · N ms
          - prompt streaming not tried → --send sends one short prompt; it costs money
          """
              .formatted(server.url("").getAuthority()),
          even(result));
      assertEquals("", result.err());
      assertEquals(0, result.code());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void withSendStreamingAndUsageAreSeen() {
    String out = even(cli().run("doctor", "demo", "--send"));
    assertTrue(out.matches("(?s).*\nok demo streaming swift answers in \\d+ pieces, .*"), out);
    assertTrue(out.matches("(?s).*\nok demo usage reported: \\d+ → \\d+ tokens\n"), out);
    Result down = cli().run("doctor", "demo", "--send", "-m", "down");
    assertEquals(5, down.code());
    assertTrue(even(down).contains("\nfail demo streaming 503 overloaded: "), down.out());
  }

  @Test
  void usageThatIsNotReportedIsAWarning() throws IOException {
    String reply =
        "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    try (LoopbackServer server = LoopbackServer.running(LIST, WireScript.events(reply))) {
      Result result = cli().run("doctor", "--send", "--base-url", server.url("/v1").toString());
      assertEquals(0, result.code());
      assertTrue(even(result).contains(" streaming a answers in one piece, first after N ms"));
      assertTrue(even(result).contains(" usage not reported → what its answers cost"));
      assertTrue(server.requests().get(1).body().contains("\"max_tokens\":16"));
    }
  }

  @Test
  void thePromptKeepsToTheLimits() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(LIST)) {
      Result result =
          cli()
              .run(
                  "doctor",
                  "--send",
                  "--max-cost",
                  "0.01",
                  "--base-url",
                  server.url("/v1").toString());
      assertEquals(10, result.code());
      assertTrue(even(result).contains(" streaming budget: "), result.out());
      assertEquals(1, server.requests().size(), "only the list was asked for");
    }
  }

  @Test
  void aProviderWithoutAKeyFailsOnlyWhenItIsNamed() {
    Result result = cli().run("doctor", "groq");
    assertEquals(3, result.code());
    assertTrue(
        even(result)
            .contains(
                "\nfail groq key config: no key for groq: GROQ_API_KEY is not set → export GROQ_API_KEY=…, or run medley keys set groq"),
        result.out());
    CliRun cli = cli().config("providers: {%s}".formatted(NO_LOCAL));
    assertEquals(0, cli.run("doctor").code());
  }

  @Test
  void whatIsWrongWithTheSettingsIsAmongTheFindings() {
    CliRun cli =
        cli()
            .config("netwrok: {timeout: 3s}\nproviders: {%s}\n".formatted(NO_LOCAL))
            .variable("MEDLEY_FOO", "1")
            .variable("HTTPS_PROXY", "http://me:hush@proxy.example:3128")
            .variable("NO_PROXY", "localhost,.corp");
    Result result = cli.run("doctor");
    assertEquals(3, result.code());
    assertTrue(even(result).contains("\nfail settings problem config: "), result.out());
    assertTrue(even(result).contains("\nwarn settings variable MEDLEY_FOO sets nothing"));
    assertTrue(
        even(result)
            .contains("\nok proxy proxy.example:3128 for https; not for localhost, .corp\n"),
        result.out());
    assertFalse(result.out().contains("hush"));
  }

  @Test
  void theFirstFailureNamesTheExitCode() throws IOException {
    assertEquals(7, cli().run("doctor", "--base-url", "http://127.0.0.1:1/v1").code());
    try (LoopbackServer refuses = LoopbackServer.running(WireScript.answer(401, "", "no"))) {
      Result result = cli().run("doctor", "--base-url", refuses.url("/v1").toString());
      assertEquals(4, result.code());
      assertTrue(even(result).contains(" /models 401 auth: no → check the key\n"), result.out());
    }
    try (LoopbackServer listless = LoopbackServer.running(WireScript.answer(404, "", ""))) {
      Result result = cli().run("doctor", "--base-url", listless.url("/v1").toString());
      assertEquals(0, result.code());
      assertTrue(result.out().contains("warn  "), result.out());
    }
    assertEquals(2, cli().run("doctor", "opnai").code());
    assertEquals(2, cli().run("doctor", "--dry-run").code());
  }

  @Test
  void theBrokenStepIsNamed() throws IOException {
    Result nowhere = cli().run("doctor", "--base-url", "http://nowhere.invalid/v1");
    assertTrue(
        even(nowhere).contains("\nfail nowhere.invalid dns network: no such host"), nowhere.out());
    try (LoopbackServer plain = LoopbackServer.running(WireScript.answer(400, "", "what?"))) {
      String url = plain.url("/v1").toString().replace("http:", "https:");
      Result result = cli().run("doctor", "--base-url", url, "--timeout", "5s");
      String host = plain.url("").getAuthority();
      assertTrue(even(result).contains("\nok " + host + " tcp " + host), result.out());
      assertTrue(even(result).contains("\nfail " + host + " tls "), result.out());
      assertEquals(7, result.code());
    }
  }

  @Test
  void aSilentServerIsNotWaitedForLongerThanAllowed() throws IOException {
    try (LoopbackServer silent = LoopbackServer.running(WireScript.nothing().thenSilence())) {
      String url = silent.url("/v1").toString();
      assertEquals(6, cli().run("doctor", "--timeout", "200ms", "--base-url", url).code());
      String tls = url.replace("http:", "https:");
      Result result = cli().run("doctor", "--timeout", "200ms", "--base-url", tls);
      assertTrue(result.code() == 6 || result.code() == 7, result.out());
    }
  }

  @Test
  void asJsonItIsOneDocument() throws IOException {
    Result result = cli().run("doctor", "--json", "--base-url", "http://127.0.0.1:1/v1");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertEquals(7, result.code());
    assertFalse(json.path("well").asBoolean(true));
    JsonNode broken = json.path("checks").path(4);
    assertEquals("fail", broken.path("status").asText());
    assertEquals("tcp", broken.path("check").asText());
    assertEquals("network", broken.path("error").path("class").asText());
    assertEquals("", result.err());
  }
}
