package dev.medley.endpoint;

import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Timeouts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The four bounds and Ctrl-C: each under its own name, and the server sees the end of it. */
@Timeout(20)
class TimeoutTest {
  private static final long SEEN_WITHIN_MILLIS = 100;

  /** Bounds in milliseconds; 0 is none. */
  private static Timeouts bounds(int connect, int firstToken, int idle, int total) {
    return new Timeouts(
        Duration.ofMillis(connect),
        Duration.ofMillis(firstToken),
        Duration.ofMillis(idle),
        Duration.ofMillis(total));
  }

  private static Outcome ask(URI url, Prompt prompt, Timeouts bounds) {
    return Wire.model(Wire.keyless(url), bounds)
        .send(prompt, ReplyListener.SILENT, new Cancellation());
  }

  private static String ask(WireScript script, Prompt prompt, Timeouts bounds) throws Exception {
    try (LoopbackServer server = LoopbackServer.running(script)) {
      Outcome outcome = ask(server.url("/v1"), prompt, bounds);
      if (!outcome.answered()) {
        long ended = System.nanoTime();
        long seen = server.clientClosedAt(1000).orElseThrow() - ended;
        assertTrue(seen < SEEN_WITHIN_MILLIS * 1_000_000, "closed after " + seen + " ns");
      }
      return OutcomeLine.of(outcome);
    }
  }

  @Test
  void connecting() throws Exception {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Assumptions.assumeTrue(fill(deaf, queue), "this system takes any number of connections");
      URI url = URI.create("http://127.0.0.1:" + deaf.getLocalPort());
      assertEquals(
          "timeout_connect retryable: no connection to 127.0.0.1:" + url.getPort() + " in time",
          OutcomeLine.of(ask(url, Wire.STREAMED, bounds(200, 0, 0, 0))));
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  /** Whether the queue of a server that accepts nobody can be filled up. */
  private static boolean fill(ServerSocket deaf, List<Socket> queue) throws Exception {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 100);
      } catch (SocketTimeoutException full) {
        return true;
      }
    }
    return false;
  }

  @Test
  void firstTokenThatNeverComes() throws Exception {
    assertEquals(
        "timeout_first_token retryable: no first token within 150 ms",
        ask(WireScript.nothing().thenSilence(), Wire.STREAMED, bounds(0, 150, 0, 0)));
  }

  @Test
  void commentsAreNoFirstToken() throws Exception {
    WireScript comments = WireScript.events("").repeating(50, 20, ": keep-alive\n\n");
    assertEquals(
        "timeout_first_token retryable: no first token within 150 ms",
        ask(comments, Wire.STREAMED, bounds(0, 150, 100, 0)));
  }

  @Test
  void reasoningIsAFirstToken() throws Exception {
    WireScript slow =
        WireScript.events(Chunks.delta("'reasoning':'hm'")).pause(250).then(text("Hi") + STOP);
    assertEquals(
        "answered | «Hi» thought «hm» stop", ask(slow, Wire.STREAMED, bounds(0, 150, 0, 0)));
  }

  @Test
  void aWholeAnswerHasNoFirstToken() throws Exception {
    WireScript slow =
        WireScript.nothing()
            .pause(250)
            .then("HTTP/1.1 200 OK\r\n\r\n" + Chunks.completion("'content':'Hi'"));
    assertEquals("answered | «Hi» stop 3→2", ask(slow, Wire.WHOLE, bounds(0, 150, 0, 0)));
  }

  @Test
  void idleAfterText() throws Exception {
    assertEquals(
        "truncated by timeout_idle retryable: nothing came for 150 ms | «Hel»",
        ask(WireScript.events(text("Hel")).thenSilence(), Wire.STREAMED, bounds(0, 0, 150, 0)));
  }

  @Test
  void commentsAreLife() throws Exception {
    WireScript lively =
        WireScript.events(text("Hel"))
            .repeating(15, 20, ": keep-alive\n\n")
            .then(text("lo") + STOP);
    assertEquals("answered | «Hello» stop", ask(lively, Wire.STREAMED, bounds(0, 0, 150, 0)));
  }

  @Test
  void silenceAfterTheFinishIsTheEnd() throws Exception {
    assertEquals(
        "answered | «Hi» stop",
        ask(
            WireScript.events(text("Hi") + STOP).thenSilence(),
            Wire.STREAMED,
            bounds(0, 0, 150, 0)));
  }

  @Test
  void anErrorWhoseBodyNeverEndsIsStillThatError() throws Exception {
    WireScript stuck =
        WireScript.bytes("HTTP/1.1 429 Slow\r\nRetry-After: 1\r\n\r\nslow down").thenSilence();
    assertEquals(
        "rate_limit 429 retryable after 1000 ms: slow down",
        ask(stuck, Wire.STREAMED, bounds(0, 0, 150, 0)));
  }

  @Test
  void totalOfALivelyStream() throws Exception {
    String outcome =
        ask(
            WireScript.events("").repeating(100, 10, text("x")),
            Wire.STREAMED,
            bounds(0, 100, 100, 250));
    assertEquals(
        "truncated by timeout_total: no complete answer within 250 ms | «x»",
        outcome.replaceAll("x+", "x"));
  }

  @Test
  void totalWithNothingShown() throws Exception {
    assertEquals(
        "timeout_total: no complete answer within 150 ms",
        ask(WireScript.nothing().thenSilence(), Wire.WHOLE, bounds(0, 0, 0, 150)));
  }

  @Test
  void aSlowListenerIsNotASilentServer() throws Exception {
    WireScript prompt = WireScript.events(text("Hel")).pause(50).then(text("lo") + STOP);
    try (LoopbackServer server = LoopbackServer.running(prompt)) {
      ReplyListener slow =
          new ReplyListener() {
            @Override
            public void onText(String piece) {
              try {
                Thread.sleep(300); // as a pager does that nobody scrolls
              } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
              }
            }
          };
      Outcome outcome =
          Wire.model(Wire.keyless(server.url("/v1")), bounds(0, 0, 150, 0))
              .send(Wire.STREAMED, slow, new Cancellation());
      assertEquals("answered | «Hello» stop", OutcomeLine.of(outcome));
    }
  }

  @Test
  void cancelledBeforeAnythingIsSent() throws Exception {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    try (LoopbackServer server = LoopbackServer.running(WireScript.nothing().thenSilence())) {
      Outcome outcome =
          Wire.model(server.url("/v1")).send(Wire.STREAMED, ReplyListener.SILENT, cancelled);
      assertEquals("interrupted: interrupted", OutcomeLine.of(outcome));
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void cancelledWhileWaiting() throws Exception {
    cancelled("silent", WireScript.nothing().thenSilence(), "interrupted: interrupted");
  }

  @Test
  void cancelledInTheMiddle() throws Exception {
    cancelled(
        "in the middle",
        WireScript.events(text("Hel")).thenSilence(),
        "interrupted: interrupted | «Hel»");
  }

  @Test
  void cancelledWhileLively() throws Exception {
    cancelled(
        "lively",
        WireScript.events("").repeating(300, 5, ": keep-alive\n\n"),
        "interrupted: interrupted");
  }

  private static void cancelled(String name, WireScript script, String expected) throws Exception {
    try (LoopbackServer server = LoopbackServer.running(script)) {
      Cancellation cancellation = new Cancellation();
      long[] cancelledAt = new long[1];
      Thread user =
          new Thread(
              () -> {
                try {
                  Thread.sleep(150);
                } catch (InterruptedException stopped) {
                  return;
                }
                cancelledAt[0] = System.nanoTime();
                cancellation.cancel();
              });
      user.start();
      Outcome outcome =
          Wire.model(server.url("/v1")).send(Wire.STREAMED, ReplyListener.SILENT, cancellation);
      final long back = System.nanoTime();
      user.join();
      long seen = server.clientClosedAt(1000).orElseThrow() - cancelledAt[0];
      System.out.printf(
          "cancel, %s: back after %.1f ms, the server saw it after %.1f ms%n",
          name, (back - cancelledAt[0]) / 1e6, seen / 1e6);
      assertEquals(expected, OutcomeLine.of(outcome));
      assertTrue(seen < SEEN_WITHIN_MILLIS * 1_000_000, "seen after " + seen + " ns");
    }
  }
}
