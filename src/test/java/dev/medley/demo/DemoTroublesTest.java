package dev.medley.demo;

import static dev.medley.demo.DemoClient.content;
import static dev.medley.demo.DemoClient.deltas;
import static dev.medley.demo.DemoClient.json;
import static dev.medley.demo.DemoClient.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTroublesTest {
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

  @ParameterizedTest
  @CsvSource({
    "down, 503, overloaded_error, overloaded",
    "refuse, 400, invalid_request_error, content_filter",
    "nobody, 404, invalid_request_error, model_not_found",
    "flaky, 429, requests, rate_limit_exceeded",
  })
  void troublesAreErrorsInOpenAiShape(String model, int status, String type, String code)
      throws Exception {
    for (boolean stream : new boolean[] {false, true}) {
      HttpResponse<String> response = client.chat(request(model, "hi").put("stream", stream));
      assertEquals(status, response.statusCode());
      assertEquals(type, json(response).at("/error/type").asText());
      assertEquals(code, json(response).at("/error/code").asText());
      assertFalse(json(response).at("/error/message").asText().isEmpty());
      client.chat(request("flaky", "hi")); // its odd request, so that the next one fails again
    }
  }

  @Test
  void flakyAnswersAfterEachRefusal() throws Exception {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> refusal = client.chat(request("flaky", "hi"));
      assertEquals(429, refusal.statusCode());
      assertEquals("1", refusal.headers().firstValue("retry-after").orElse(""));
      HttpResponse<String> answer = client.chat(request("flaky", "hi").put("stream", true));
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().endsWith("data: [DONE]\n\n"));
    }
  }

  @Test
  void cutEndsItsStreamAsIfNothingWereMissing() throws Exception {
    HttpResponse<String> cut = client.chat(request("cut", "Tell me of ships").put("stream", true));
    assertFalse(deltas(cut, "content").isEmpty());
    assertFalse(cut.body().contains("[DONE]"));
    assertFalse(cut.body().contains("usage"));
    assertFalse(cut.body().contains("\"finish_reason\":\"stop\""));
  }

  @Test
  void cutBreaksAWholeAnswerInTheMiddle() {
    assertThrows(IOException.class, () -> client.chat(request("cut", "Tell me of ships")));
  }

  @Test
  void shortRefusesWhatIsLongerThanItsWindow() throws Exception {
    HttpResponse<String> fits = client.chat(request("short", "word ".repeat(61).strip()));
    assertEquals(64, json(fits).at("/usage/prompt_tokens").asInt());
    assertTrue(content(fits).contains("demo/short"));
    HttpResponse<String> tooLong = client.chat(request("short", "word ".repeat(62).strip()));
    assertEquals(400, tooLong.statusCode());
    assertEquals("context_length_exceeded", json(tooLong).at("/error/code").asText());
    assertTrue(tooLong.body().contains("maximum context length is 64 tokens"), tooLong.body());
  }

  @Test
  void stallSaysAFewWordsAndThenNothingUntilTheServerCloses() throws Exception {
    HttpResponse<InputStream> stall = client.open(request("stall", "Go on").put("stream", true));
    InputStream body = stall.body();
    String begun = "";
    while (!begun.contains("\"content\":\"Now\"")) {
      begun += new String(body.readNBytes(1), StandardCharsets.UTF_8);
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          server.close();
          // The end of the body is not a regular one: the client must notice.
          assertThrows(IOException.class, body::readAllBytes);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall", "swift"})
  void aClientThatLeavesDoesNotDisturbTheNext(String model) throws Exception {
    client.open(request(model, "Go on").put("stream", true)).body().close();
    assertEquals(200, client.chat(request("swift", "hi")).statusCode());
  }

  @Test
  void noThreadOutlivesTheServer() throws Exception {
    client.open(request("stall", "Go on").put("stream", true));
    server.close();
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          while (Thread.getAllStackTraces().keySet().stream().anyMatch(this::isServing)) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void noThreadKeepsTheProcessAlive() throws Exception {
    client.chat(request("swift", "hi"));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().equals("HTTP-Dispatcher") || t.getName().equals("medley-demo"))
            .allMatch(Thread::isDaemon));
  }

  private boolean isServing(Thread thread) {
    return thread.getName().equals("medley-demo") && thread.isAlive();
  }
}
