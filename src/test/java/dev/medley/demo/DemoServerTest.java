package dev.medley.demo;

import static dev.medley.demo.DemoClient.json;
import static dev.medley.demo.DemoClient.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelInfo;
import dev.medley.chat.ModelRef;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoServerTest {
  private DemoServer server;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    server = DemoServer.start(0, Pace.INSTANT);
    client = new DemoClient(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void listensOnLoopbackOnly() {
    assertEquals("127.0.0.1", server.baseUrl().getHost());
    assertEquals("/v1", server.baseUrl().getPath());
    assertNotEquals(0, server.baseUrl().getPort());
  }

  @Test
  void aTakenPortIsSaidToBe() {
    int port = server.baseUrl().getPort();
    assertThrows(IOException.class, () -> DemoServer.start(port, Pace.INSTANT));
  }

  @Test
  void aClosedPortCanBeHadAgain() throws Exception {
    server.close();
    try (DemoServer again = DemoServer.start(server.baseUrl().getPort(), Pace.INSTANT)) {
      assertEquals(200, new DemoClient(again).chat(request("swift", "hi")).statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/models", "//models"})
  void listsItsModelsWithPrices(String path) throws Exception {
    JsonNode list = json(client.send(client.to(path).GET()));
    assertEquals("list", list.path("object").asText());
    List<String> ids = list.path("data").findValuesAsText("id");
    assertEquals(Arrays.stream(SimulatedModel.values()).map(SimulatedModel::id).toList(), ids);
    JsonNode swift = list.path("data").path(0);
    assertEquals("model", swift.path("object").asText());
    assertEquals(32_000, swift.path("context_length").asInt());
    assertEquals("0.0000001", swift.at("/pricing/prompt").textValue());
    assertEquals("0.0000004", swift.at("/pricing/completion").textValue());
  }

  @Test
  void theCatalogueKnowsEachModelAndItsWindow() {
    for (SimulatedModel model : SimulatedModel.values()) {
      ModelInfo info = Catalog.bundled().find(new ModelRef("demo", model.id())).orElseThrow();
      assertTrue(info.price().isPresent());
    }
    assertEquals(
        OptionalLong.of(Temper.NARROW_WINDOW),
        Catalog.bundled().find(new ModelRef("demo", "short")).orElseThrow().window());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, //, 200",
    "HEAD, //, 200",
    "GET, /models, 200",
    "HEAD, /models, 200",
    "GET, /nothing, 404",
    "GET, //favicon.ico, 404",
    "POST, /v1/chat/completions, 404",
    "GET, /chat/completions, 405",
    "GET, //chat/completions, 405",
    "DELETE, /models, 405",
    "POST, //, 405",
  })
  void knowsItsPathsAndMethods(String method, String path, int status) throws Exception {
    HttpResponse<String> response =
        client.send(client.to(path).method(method, BodyPublishers.noBody()));
    assertEquals(status, response.statusCode());
    assertTrue(response.headers().firstValue("x-request-id").orElse("").startsWith("req_demo_"));
    if (status >= 400) {
      assertEquals("invalid_request_error", json(response).at("/error/type").asText());
      assertEquals(status == 405, response.headers().firstValue("allow").isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "hello",
        "\0\0\0{",
        "\ud83d",
        "{}",
        "{\"model\": \"swift\"}",
        "{\"model\": \"swift\", \"messages\": []}",
        "{\"model\": \"swift\", \"messages\": \"hi\"}",
        "{\"model\": \"swift\", \"messages\": [null]}",
        "{\"model\": \"swift\", \"messages\": [{\"role\": \"user\", \"content\": 5}]}",
        "{\"model\": \"swift\", \"messages\": [{\"role\": \"wizard\", \"content\": \"hi\"}]}",
        "{\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}",
      })
  void aRequestThatCannotBeReadIsRefused(String body) throws Exception {
    HttpResponse<String> response = client.send(client.post(body));
    assertEquals(400, response.statusCode());
    assertEquals("invalid_request_error", json(response).at("/error/type").asText());
  }

  @Test
  void aRequestThatIsTooDeepIsRefused() throws Exception {
    assertEquals(400, client.send(client.post("[".repeat(100_000))).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "\"5\"", "true"})
  void aLimitMustBeACount(String limit) throws Exception {
    String body = request("swift", "hi").toString().replaceFirst("}$", ",\"max_tokens\":%s}");
    HttpResponse<String> response = client.send(client.post(String.format(body, limit)));
    assertEquals(400, response.statusCode());
    assertEquals("max_tokens", json(response).at("/error/param").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer wrong, 401",
    "Bearer wrong-key, 401",
    "Bearer wrongly, 200",
    "Bearer sk-anything, 200",
    "Basic eDp5, 200",
  })
  void anyKeyWillDoButAWrongOne(String authorization, int status) throws Exception {
    HttpResponse<String> response =
        client.send(
            client.post(request("swift", "hi").toString()).header("Authorization", authorization));
    assertEquals(status, response.statusCode());
    if (status == 401) {
      assertEquals("invalid_api_key", json(response).at("/error/code").asText());
    }
  }
}
