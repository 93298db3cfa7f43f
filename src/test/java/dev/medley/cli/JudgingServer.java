package dev.medley.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Models on loopback that answer with their name, and a judge among them that prefers the answer
 * that stands earlier in the alphabet; counts what is asked, and how much at once.
 */
final class JudgingServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MILLIS_TO_ANSWER = 8;

  static {
    // An answer in two writes would wait 40 ms for the acknowledgement of the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new ArrayList<>();
  private int now;
  private int peak;
  private int refusals;

  JudgingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** The models that were asked, in order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized long verdicts() {
    return asked.stream().filter("judge"::equals).count();
  }

  /** The most requests that were there at once. */
  synchronized int peak() {
    return peak;
  }

  /** So many of the next requests to the judge fail. */
  synchronized JudgingServer refusing(int requests) {
    refusals = requests;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    boolean judges = body.path("model").asText().equals("judge");
    boolean refuses;
    synchronized (this) {
      asked.add(body.path("model").asText());
      peak = Math.max(peak, ++now);
      refuses = judges && refusals-- > 0;
    }
    try {
      Thread.sleep(MILLIS_TO_ANSWER);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    byte[] answer =
        (refuses ? "{\"error\":{\"message\":\"no\"}}" : answer(body, judges))
            .getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      now--;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(refuses ? 400 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String answer(JsonNode body, boolean judges) {
    String text =
        judges ? verdict(body.at("/messages/1/content").asText()) : body.path("model").asText();
    var answer = JSON.createObjectNode().put("model", "m");
    answer
        .putArray("choices")
        .addObject()
        .put("finish_reason", "stop")
        .putObject("message")
        .put("content", text);
    answer.putObject("usage").put("prompt_tokens", 9).put("completion_tokens", 2);
    return answer.toString();
  }

  private static String verdict(String question) {
    if (!question.contains(" answer 2>>")) {
      return "{\"reason\":\"so\",\"verdict\":\"pass\"}";
    }
    String first = question.split(" answer 1>>\n")[1];
    String second = question.split(" answer 2>>\n")[1];
    return "{\"reason\":\"so\",\"verdict\":\"" + (first.compareTo(second) < 0 ? 1 : 2) + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
