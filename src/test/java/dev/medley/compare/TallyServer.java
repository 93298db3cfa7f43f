package dev.medley.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every prompt after a while, and remembers who was asked what in which epoch. */
final class TallyServer implements AutoCloseable {
  /** The header that says in which epoch a request was sent. */
  static final String EPOCH = "X-Epoch";

  private static final String ANSWER =
      """
      {"model":"m","choices":[{"message":{"content":"Yes."},"finish_reason":"stop"}],
       "usage":{"prompt_tokens":9,"completion_tokens":2}}""";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "tally-server");
            thread.setDaemon(true);
            return thread;
          });
  private final long delayMillis;
  private final List<Asked> asked = new ArrayList<>();

  /** A request: what, and in which epoch. */
  record Asked(String model, String prompt, int epoch) {}

  TallyServer(long delayMillis) throws IOException {
    this.delayMillis = delayMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Waits until so many requests of an epoch have come, or the process is over. */
  synchronized void awaitRequests(int epoch, int count, Process process)
      throws InterruptedException {
    while (process.isAlive() && asked.stream().filter(a -> a.epoch() == epoch).count() < count) {
      wait(20);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
    int epoch = Integer.parseInt(exchange.getRequestHeaders().getFirst(EPOCH));
    synchronized (this) {
      asked.add(
          new Asked(body.path("model").asText(), body.at("/messages/0/content").asText(), epoch));
      notifyAll();
    }
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
