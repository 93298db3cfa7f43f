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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --schema} and {@code -x}, from the command line to the wire and back. */
class AnswerFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      "{\"title\":\"A person\",\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},"
          + "\"required\":[\"name\"],\"additionalProperties\":false}";
  private static final String ANN = "{\"name\": \"Ann\"}";
  private static final WireScript REFUSED =
      WireScript.answer(
          400, "", "{\"error\":{\"message\":\"'response_format' of this type is not supported\"}}");

  @TempDir private Path home;

  private static WireScript says(String text) {
    return WireScript.json(
        JSON.createObjectNode()
            .set(
                "choices",
                JSON.createArrayNode()
                    .add(
                        JSON.createObjectNode()
                            .put("finish_reason", "stop")
                            .set("message", JSON.createObjectNode().put("content", text))))
            .toString());
  }

  private Result ask(LoopbackServer server, String... more) {
    Stream<String> where = Stream.of("ask", "--base-url", server.url("/v1").toString(), "-m", "m");
    return new CliRun(home).run(Stream.concat(where, Stream.of(more)).toArray(String[]::new));
  }

  private static List<JsonNode> bodies(LoopbackServer server) throws IOException {
    List<JsonNode> bodies = new java.util.ArrayList<>();
    for (LoopbackServer.Request request : server.requests()) {
      bodies.add(JSON.readTree(request.body()));
    }
    return bodies;
  }

  @Test
  void theSchemaIsSentAndTheJsonAloneIsPrinted() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(says("```json\n" + ANN + "\n```"))) {
      assertEquals(new Result(0, ANN + "\n", ""), ask(server, "--schema", SCHEMA, "Who?"));
      JsonNode format = bodies(server).get(0).path("response_format");
      assertEquals("json_schema", format.path("type").asText());
      assertEquals("A_person", format.path("json_schema").path("name").asText());
      assertEquals(SCHEMA, format.path("json_schema").path("schema").toString());
      assertTrue(format.path("json_schema").path("strict").asBoolean());
    }
  }

  @Test
  void aSchemaMayBeAFileAndIsOnlyStrictWhenItCanBe() throws IOException {
    new CliRun(home).file("list.schema.json", "{\"type\": \"array\"}");
    try (LoopbackServer server = LoopbackServer.running(says("[1]"))) {
      assertEquals(
          new Result(0, "[1]\n", ""), ask(server, "--schema", "list.schema.json", "Which?"));
      JsonNode sent = bodies(server).get(0).path("response_format").path("json_schema");
      assertEquals("{\"name\":\"list\",\"schema\":{\"type\":\"array\"}}", sent.toString());
    }
  }

  @Test
  void aServerThatKnowsNoSchemasIsAskedForAnObjectAndThenInWords() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(REFUSED, REFUSED, says(ANN))) {
      Result result = ask(server, "--schema", SCHEMA, "-v", "-s", "Be brief.", "Who?");
      assertEquals(0, result.code());
      assertEquals(ANN + "\n", result.out());
      assertEquals(
          """
          note: SERVER/m takes no response_format json_schema; asked again with response_format json_object
          note: SERVER/m takes no response_format json_object; asked again with the schema in words
          """,
          result.err().replace(server.url("/").getAuthority(), "SERVER"));
      List<JsonNode> bodies = bodies(server);
      assertEquals("Be brief.", system(bodies.get(0)));
      assertEquals("{\"type\":\"json_object\"}", bodies.get(1).path("response_format").toString());
      assertTrue(bodies.get(2).path("response_format").isMissingNode());
      String instruction =
          "Be brief.\n\nAnswer with JSON that fits this JSON schema, and with nothing else:\n";
      assertEquals(instruction + SCHEMA, system(bodies.get(1)));
      assertEquals(instruction + SCHEMA, system(bodies.get(2)));
    }
  }

  private static String system(JsonNode body) {
    return body.path("messages").path(0).path("content").asText();
  }

  @Test
  void anotherRefusalIsNotAskedAround() throws IOException {
    WireScript refused = WireScript.answer(400, "", "{\"error\":{\"message\":\"bad seed\"}}");
    try (LoopbackServer server = LoopbackServer.running(refused)) {
      assertEquals(1, ask(server, "--schema", SCHEMA, "Who?").code());
      assertEquals(1, server.requests().size());
    }
  }

  @ParameterizedTest(name = "omit: [{0}]")
  @CsvSource({"json_schema, json_object", "response_format, ''"})
  void whatTheConfigurationOmitsIsNotTried(String omit, String type) throws IOException {
    Result result =
        new CliRun(home)
            .config("providers: {x: {base_url: \"http://127.0.0.1:1/v1\", omit: [" + omit + "]}}")
            .run("ask", "--dry-run", "-m", "x/m", "--schema", SCHEMA, "Who?");
    JsonNode body = JSON.readTree(result.out()).path("body");
    assertEquals(type, body.path("response_format").path("type").asText());
    assertTrue(system(body).contains(SCHEMA), body.toString());
  }

  @Test
  void anAnswerThatDoesNotFitIsAFailureOfItsOwn() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(says("{\"name\": 7}"))) {
      Result result = ask(server, "--schema", SCHEMA, "Who?");
      assertEquals(13, result.code());
      assertEquals("", result.out());
      assertEquals(
          """
          error: SERVER/m: schema
            the answer does not fit the schema: $.name: integer found, string expected
            → ask again or another model; --json shows the whole answer
          """,
          result.err().replace(server.url("/").getAuthority(), "SERVER"));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void inAChainTheNextOneIsAsked() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(says("no idea"), says(ANN))) {
      Result result = ask(server, "--schema", SCHEMA, "--fallback", "n", "Who?");
      assertEquals(0, result.code());
      assertEquals(ANN + "\n", result.out());
      assertTrue(result.err().contains("/m schema → "), result.err());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": | --schema is not JSON: line 1, column ",
        "{\"type\": \"objct\"} | --schema is no JSON schema: $.type: ",
        "nope.json | no such file: nope.json",
        "list.json | --schema must be a JSON object",
      })
  void aBadSchemaIsRefusedBeforeAnythingIsSent(String schema, String message) throws IOException {
    new CliRun(home).file("list.json", "[]");
    try (LoopbackServer server = LoopbackServer.running(says(ANN))) {
      Result result = ask(server, "--schema", schema, "Who?");
      assertEquals(2, result.code());
      assertTrue(result.err().contains(message), result.err());
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void extractPrintsTheFirstBlockOnly() throws IOException {
    String answer = "Run this:\n```sh\nls -l\n```\nor:\n```\ndir\n```\n";
    try (LoopbackServer server = LoopbackServer.running(says(answer))) {
      assertEquals(new Result(0, "ls -l\n", ""), ask(server, "-x", "How?"));
      JsonNode json = JSON.readTree(ask(server, "-x", "--json", "How?").out());
      assertEquals(answer, json.path("response").asText());
      assertEquals("ls -l", json.path("extracted").asText());
      assertFalse(JSON.readTree(ask(server, "--json", "How?").out()).has("extracted"));
    }
  }

  @Test
  void withoutABlockThereIsNothingToExtract() {
    Result result = new CliRun(home).run("ask", "-x", "-m", "demo/swift", "hi");
    assertEquals(
        new Result(
            13,
            "",
            """
            error: demo/swift: schema
              nothing to extract: the answer has no fenced block
              → ask for a code block, or leave out -x to see the answer
            """),
        result);
  }

  @Test
  void aComparisonShowsTheExtractsAndWhoHadNone() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(says("So:\n```\nls\n```"))) {
      Result result =
          new CliRun(home)
              .run(
                  "compare", "--base-url", server.url("/v1").toString(), "-m", "a,b", "-x", "How?");
      assertEquals(0, result.code());
      assertTrue(result.out().contains("/a ──\nls\n\n"), result.out());
      assertFalse(result.out().contains("So:"), result.out());
    }
    assertEquals(13, new CliRun(home).run("compare", "-m", "demo/swift", "-x", "hi").code());
  }

  @Test
  void bothAtOnceMakeNoSense() {
    Result result = new CliRun(home).run("ask", "-m", "demo/swift", "-x", "--schema", SCHEMA, "hi");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("both --schema and -x are given"), result.err());
  }
}
