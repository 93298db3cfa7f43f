package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.medley.CliRun;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What medley says of times, tokens and cost beside what a server knows that stamps its own times.
 * The measured differences are printed; what is asserted leaves room for a busy machine.
 */
class TrueTimesTest {
  private static final int RUNS = 7;
  private static final double BUSY_MACHINE_MS = 100;

  @TempDir Path home;
  private HttpServer server;
  private volatile double firstTokenMs;
  private volatile double totalMs;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void printedTimesAreTheServersAndTokensAndCostAreExact() throws IOException {
    CliRun cli =
        new CliRun(home)
            .config(
                """
                default_model: lab/one
                providers: {lab: {base_url: 'http://127.0.0.1:%d/v1'}}
                models: {one: {id: lab/one, price: {input: 2.5, cached_input: 1.25, output: 10}}}
                """
                    .formatted(server.getAddress().getPort()));
    List<Double> first = new ArrayList<>();
    List<Double> total = new ArrayList<>();
    for (int i = 0; i <= RUNS; i++) {
      JsonNode json =
          new JsonMapper().readTree(cli.run("ask", "-m", "one", "-n", "--json", "hi").out());
      assertEquals(1000, json.at("/usage/input_tokens").asInt());
      assertEquals(400, json.at("/usage/cached_tokens").asInt());
      assertEquals(200, json.at("/usage/output_tokens").asInt());
      assertEquals("0.004", json.at("/cost/usd").decimalValue().toPlainString());
      if (i > 0) { // the first one has loaded the classes
        first.add(json.path("ttft_ms").asDouble() - firstTokenMs);
        total.add(json.path("latency_ms").asDouble() - totalMs);
      }
    }
    System.out.printf(
        "times beside the server's own, median of %d: first token %+.1f ms, total %+.1f ms%n",
        RUNS, median(first), median(total));
    assertTrue(Math.abs(median(first)) < BUSY_MACHINE_MS, first::toString);
    assertTrue(Math.abs(median(total)) < BUSY_MACHINE_MS, total::toString);
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  /** The first thing to be seen comes after 80 ms; a role and an empty text before it are none. */
  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    long read = System.nanoTime();
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      send(out, delta("\"role\":\"assistant\",\"content\":\"\""));
      pause(80);
      firstTokenMs = since(read);
      send(out, delta("\"reasoning_content\":\"Hm.\""));
      for (int i = 0; i < 4; i++) {
        pause(20);
        send(out, delta("\"content\":\"word \""));
      }
      send(out, "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
      send(
          out,
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":200,"
              + "\"prompt_tokens_details\":{\"cached_tokens\":400}}}");
      send(out, "[DONE]");
      totalMs = since(read);
    }
  }

  private static String delta(String fields) {
    return "{\"choices\":[{\"delta\":{" + fields + "}}]}";
  }

  private static void send(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The server's own work, which takes real time. */
  private static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
