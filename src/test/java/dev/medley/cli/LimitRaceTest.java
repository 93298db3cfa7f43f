package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.medley.Main;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes race for a limit of $0.10 a day; of which a few requests fit. More of them with
 * {@code -Dmedley.race=20}.
 */
class LimitRaceTest {
  private static final int PROCESSES = Integer.getInteger("medley.race", 4);

  /** So many may be under way at once. */
  private static final int FIT = Math.min(5, PROCESSES - 2);

  private static final BigDecimal LIMIT = new BigDecimal("0.10");

  /** A request with its 1,000 tokens costs its share of the limit. */
  private static final int PER_MILLION = 100 / FIT;

  @TempDir Path home;
  private final Random random = new Random(7);
  private final CountDownLatch full = new CountDownLatch(FIT);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int tokens = 1000;
  private int answered;
  private BigDecimal billed = BigDecimal.ZERO;
  private BigDecimal most = BigDecimal.ZERO;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    Path file = home.resolve(".config/medley/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        default_model: one
        providers: {lab: {base_url: 'http://127.0.0.1:%d/v1'}}
        models: {one: {id: lab/one, price: {input: 0, output: %d}, max_output: 1000}}
        limits: {per_day: %s}
        """
            .formatted(server.getAddress().getPort(), PER_MILLION, LIMIT));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * Nobody is answered before as many are under way as fit, so all the others meet a full limit.
   */
  @Test
  void thoseThatAreUnderWayLeaveNoRoomForOthers() throws Exception {
    List<Integer> codes = race(PROCESSES);
    assertEquals(FIT, answered);
    assertEquals(0, LIMIT.compareTo(billed));
    assertEquals(FIT, codes.stream().filter(code -> code == 0).count());
    assertEquals(PROCESSES - FIT, codes.stream().filter(code -> code == 10).count());
  }

  /** What was not spent of a reservation is there for those who come later; never more. */
  @Test
  void whateverItCostsInTheEndTheLimitHolds() throws Exception {
    tokens = 0;
    List<Integer> codes = race(PROCESSES);
    codes.addAll(race(1 + PROCESSES / 4));
    assertTrue(most.compareTo(LIMIT) <= 0, () -> "billed " + most);
    assertEquals(answered, codes.stream().filter(code -> code == 0).count());
    assertEquals(codes.size() - answered, codes.stream().filter(code -> code == 10).count());
    assertTrue(answered >= FIT, codes::toString);
    System.out.printf(
        "limit race: %d processes, %d answered, $%s of $%s billed%n",
        codes.size(), answered, billed.toPlainString(), LIMIT);
  }

  private List<Integer> race(int count) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      processes.add(medley("ask", "--no-log", "hi"));
    }
    List<Integer> codes = new ArrayList<>();
    for (Process process : processes) {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
      codes.add(process.exitValue());
    }
    return codes;
  }

  private Process medley(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    full.countDown();
    try {
      full.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    byte[] body =
        ("{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":"
                + bill()
                + "}}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized int bill() {
    int used = tokens > 0 ? tokens : random.nextInt(1001);
    answered++;
    billed = billed.add(BigDecimal.valueOf((long) PER_MILLION * used, 6));
    most = most.max(billed);
    return used;
  }
}
