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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteModelsTest {
  private static final String TWO =
      "{\"object\":\"list\",\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  private Result remote(LoopbackServer server, String... more) {
    List<String> line = new ArrayList<>(List.of("models", "--remote", "--base-url"));
    line.add(server.url("/v1").toString());
    line.addAll(List.of(more));
    return cli().run(line.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OpenAI | {\"object\":\"list\",\"data\":[{\"id\":\"a\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\"},{\"id\":\"b\"}]} | a b",
        "strings | {\"data\":[\"a\",\"b\"]} | a b",
        "Gemini | {\"data\":[{\"id\":\"models/a\"},{\"id\":\"models/b\"}]} | models/a models/b",
        "Ollama | {\"models\":[{\"name\":\"a:latest\",\"model\":\"a:latest\"},{\"model\":\"b\"}]} | a:latest b",
        "llama.cpp | {\"models\":[{\"name\":\"x\"}],\"object\":\"list\",\"data\":[{\"id\":\"a\"}]} | a",
        "data empty, models not | {\"data\":[],\"models\":[\"a\"]} | a",
        "array of objects | [{\"id\":\"a\"},{\"id\":\"b\"}] | a b",
        "array of strings | [\"a\"] | a",
        "malformed entries | {\"data\":[null,{},{\"id\":null},{\"id\":\"\"},{\"id\":7},[],3,{\"id\":\"a\"},{\"id\":\"a\"},\"\"]} | a",
        "error that is null | {\"error\":null,\"data\":[{\"id\":\"a\"}]} | a",
        "BOM | \uFEFF[\"a\"] | a",
        "escape in an id | [\"a\\u001b[31m\"] | a␛[31m",
      })
  void everyShapeOfAListIsRead(String name, String body, String ids) throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(body))) {
      Result result = remote(server);
      assertEquals(new Result(0, ids.replace(' ', '\n') + "\n", ""), result);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{\"data\":[]}", "{\"object\":\"list\",\"data\":null}", "[]", "{\"models\":null}"})
  void noModelsIsNoFailure(String body) throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(body))) {
      String host = server.url("").getAuthority();
      assertEquals(new Result(0, "", host + " lists no models\n"), remote(server));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | {\"error\":{\"message\":\"Bad key.\",\"code\":\"invalid_api_key\"}} | 4 | 401 auth | Bad key.",
        "405 | {\"result\":null,\"success\":false,\"errors\":[{\"code\":7001,\"message\":\"GET not supported\"}]} | 1 | 405 bad request | GET not supported",
        "404 | {\"detail\":\"Not Found\"} | 14 | 404 not found | Not Found",
        "500 | oops | 5 | 500 server error | oops",
        "200 | {\"success\":false,\"errors\":[{\"code\":1,\"message\":\"No.\"}],\"data\":[]} | 5 | server error | No.",
        "200 | {\"error\":\"Invalid API key\"} | 4 | auth | Invalid API key",
        "200 | {\"object\":\"error\",\"message\":\"No.\"} | 5 | server error | No.",
        "200 | <!doctype html><title>Web UI</title> | 1 | malformed | instead of a list of models came a web page",
        "200 | {\"hello\":1} | 1 | malformed | instead of a list of models came other JSON",
        "200 | {\"data\":[{\"id\" | 1 | malformed | instead of a list of models came no JSON",
        "200 | `` | 1 | malformed | instead of a list of models came an empty answer",
      })
  void whatIsNoListIsAnErrorOfThreeLines(
      int status, String body, int code, String reason, String words) throws IOException {
    WireScript script = WireScript.answer(status, "", body == null ? "" : body);
    try (LoopbackServer server = LoopbackServer.running(script)) {
      Result result = remote(server);
      List<String> lines = result.err().lines().toList();
      assertEquals(code, result.code());
      assertEquals("", result.out());
      assertEquals("error: " + server.url("").getAuthority() + ": " + reason, lines.get(0));
      assertEquals("  " + words, lines.get(1));
      assertTrue(lines.get(2).startsWith("  → "), result.err());
      assertEquals(3, lines.size());
      assertEquals(code, remote(server, "--json").code());
    }
  }

  @Test
  void windowsAndPricesAreShownWhereTheyAreGiven() throws IOException {
    String body =
        """
        {"data":[
          {"id":"big","context_length":128000,"pricing":{"prompt":"0.0000025","completion":"0.00001"}},
          {"id":"free","context_length":"8192","pricing":{"prompt":"0","completion":0}},
          {"id":"router","context_length":null,"pricing":{"prompt":"-1","completion":"-1"}},
          {"id":"bare"}]}""";
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(body))) {
      assertEquals(
          """
          model   window  $/M in  $/M out
          big       128k     2.5       10
          free        8k       0        0
          router       –       –        –
          bare         –       –        –
          """,
          remote(server).out());
      JsonNode json = new ObjectMapper().readTree(remote(server, "--json").out());
      assertEquals(2.5, json.path("models").path(0).path("input_usd_per_million").asDouble());
      assertEquals(128000, json.path("models").path(0).path("context").asInt());
      assertTrue(json.path("models").path(2).path("input_usd_per_million").isNull());
    }
  }

  @Test
  void theRequestCarriesKeyAndHeadersAndOnlyTheFilteredAreShown() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(TWO))) {
      assertEquals("b\n", remote(server, "--key", "sk-hush", "-H", "X-Title: t", "B").out());
      LoopbackServer.Request request = server.onlyRequest();
      assertEquals("GET /v1/models", request.method() + " " + request.target());
      assertEquals("Bearer sk-hush", request.header("authorization").orElse(""));
      assertEquals("t", request.header("x-title").orElse(""));
    }
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(TWO))) {
      remote(server);
      assertTrue(server.onlyRequest().header("authorization").isEmpty());
    }
  }

  @Test
  void aStoredKeyIsSentToItsHost() throws IOException {
    String key = "sk-\"hush\\";
    try (LoopbackServer server = LoopbackServer.running(WireScript.json(TWO))) {
      CliRun cli = cli().config("providers: {corp: {base_url: '" + server.url("/v1?v=1") + "'}}");
      assertEquals(0, cli.piped(key).run("keys", "set", "corp").code());
      assertEquals("a\nb\n", cli.run("models", "--remote", "corp").out());
      assertEquals("/v1/models?v=1", server.onlyRequest().target());
      assertEquals("Bearer " + key, server.onlyRequest().header("authorization").orElse(""));
    }
  }

  @Test
  void allReadyProvidersAreAskedAndOneFailureDoesNotSpoilTheRest() throws IOException {
    try (LoopbackServer good = LoopbackServer.running(WireScript.json(TWO));
        LoopbackServer bad = LoopbackServer.running(WireScript.answer(401, "", "no"))) {
      CliRun cli =
          cli()
              .config(
                  "providers: {corp: {base_url: "
                      + good.url("/v1")
                      + "}, ollama: {base_url: 'http://127.0.0.1:1/v1'}}")
              .variable("OPENAI_API_KEY", "k")
              .variable("OPENAI_BASE_URL", bad.url("/v1").toString());
      Result result = cli.run("models", "--remote");
      assertEquals(0, result.code());
      assertTrue(
          result.out().contains("── openai ──\n401 auth: no → check the key\n\n"), result.out());
      assertTrue(result.out().contains("── corp ──\na\nb\n\n"), result.out());
      assertFalse(result.out().contains("ollama"), result.out());
      assertFalse(result.out().contains("demo"), result.out());
    }
  }

  @Test
  void theDemoProviderWorksOfflineAndStandsInWhenNothingElseIsReady() {
    assertTrue(cli().run("models", "--remote", "demo").out().startsWith("model "));
    String others = "http://127.0.0.1:1/v1";
    CliRun cli =
        cli()
            .config(
                "providers: {ollama: {base_url: '%1$s'}, lmstudio: {base_url: '%1$s'}, llamacpp: {base_url: '%1$s'}, vllm: {base_url: '%1$s'}}"
                    .formatted(others));
    assertTrue(cli.run("models", "--remote").out().contains("swift "));
    assertFalse(cli.run("models").out().contains("ollama"));
  }

  @Test
  void mistakesAreToldBeforeAnythingIsAsked() {
    Result unknown = cli().run("models", "--remote", "opnai");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().endsWith("→ did you mean openai?\n"), unknown.err());
    assertEquals(2, cli().run("models", "--base-url", "http://127.0.0.1:1/v1").code());
    assertEquals(2, cli().run("models", "a", "b").code());
    assertEquals(3, cli().run("models", "--remote", "openai").code());
    assertEquals(2, cli().run("models", "--remote", "--key", "k").code());
  }

  @Test
  void aSilentServerAndAClosedPortEndInTime() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(WireScript.nothing().thenSilence())) {
      assertEquals(6, remote(server, "--first-token-timeout", "100ms").code());
      assertEquals(6, remote(server, "--timeout", "100ms").code());
    }
    assertEquals(7, cli().run("models", "--remote", "--base-url", "http://127.0.0.1:1/v1").code());
  }
}
