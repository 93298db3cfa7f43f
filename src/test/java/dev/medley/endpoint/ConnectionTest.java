package dev.medley.endpoint;

import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Outcome;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections that break. */
class ConnectionTest {
  private static String ask(WireScript... scripts) throws Exception {
    try (LoopbackServer server = LoopbackServer.running(scripts)) {
      Outcome outcome =
          Wire.model(server.url("/v1"))
              .send(Wire.STREAMED, ReplyListener.SILENT, new Cancellation());
      return OutcomeLine.of(outcome).replace(":" + server.url("").getPort(), "")
          + " | requests "
          + server.requests().size();
    }
  }

  @Test
  void closedWithoutAnAnswer() throws Exception {
    assertEquals(
        "network retryable: the connection to 127.0.0.1 broke: it was closed without an answer"
            + " | requests 1",
        ask(WireScript.nothing()));
  }

  @Test
  void resetWithoutAnAnswer() throws Exception {
    assertEquals(
        "network retryable: the connection to 127.0.0.1 broke: Connection reset | requests 1",
        ask(WireScript.nothing().thenReset()));
  }

  @Test
  void chunkedBodyCut() throws Exception {
    assertEquals(
        "truncated by network retryable: the connection to 127.0.0.1 broke:"
            + " it was closed before the answer was complete | «Hel» | requests 1",
        ask(WireScript.chunked(text("Hel"))));
  }

  @Test
  void chunkedBodyCutAfterTheFinishIsAnAnswer() throws Exception {
    assertEquals("answered | «Hel» stop | requests 1", ask(WireScript.chunked(text("Hel"), STOP)));
  }

  @Test
  void bodyShorterThanPromised() throws Exception {
    assertEquals(
        "truncated by network retryable: the connection to 127.0.0.1 broke:"
            + " it was closed before the answer was complete | «Hel» | requests 1",
        ask(WireScript.bytes("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + text("Hel"))));
  }

  @Test
  void resetAfterText() throws Exception {
    assertEquals(
        "truncated by network retryable: the connection to 127.0.0.1 broke: Connection reset"
            + " | «Hel» | requests 1",
        ask(WireScript.events(text("Hel")).thenReset()));
  }

  @Test
  void notHttp() throws Exception {
    assertEquals(
        "network retryable: the connection to 127.0.0.1 broke: Unexpected status line: SSH-2.0-x"
            + " | requests 1",
        ask(WireScript.bytes("SSH-2.0-x\r\n")));
  }

  @Test
  void anIdleConnectionThatTheServerClosedIsReplaced() throws Exception {
    WireScript keptAliveThenClosed =
        WireScript.json(Chunks.completion("'content':'Hi'")).thenClose();
    try (LoopbackServer server = LoopbackServer.running(keptAliveThenClosed)) {
      ChatModel model = Wire.model(server.url("/v1"));
      for (int i = 0; i < 3; i++) {
        Outcome outcome = model.send(Wire.STREAMED, ReplyListener.SILENT, new Cancellation());
        assertEquals("answered | «Hi» stop 3→2", OutcomeLine.of(outcome));
      }
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void nobodyListens() throws Exception {
    URI gone;
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      gone = URI.create("http://127.0.0.1:" + once.getLocalPort() + "/v1");
    }
    Outcome outcome =
        Wire.model(gone).send(Wire.STREAMED, ReplyListener.SILENT, new Cancellation());
    assertEquals(
        "network retryable: cannot connect to 127.0.0.1: Connection refused",
        OutcomeLine.of(outcome).replace(":" + gone.getPort(), ""));
  }

  @Test
  void aConnectionIsOpenedAheadWithoutAKeyAndWhateverIsAnswered() throws Exception {
    WireScript nothingThere = WireScript.answer(404, "", "");
    WireScript answer = WireScript.json("{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}");
    try (LoopbackServer server = LoopbackServer.running(nothingThere, answer)) {
      Provider keyed =
          Wire.keyless(server.url("/v1"))
              .with(Optional.of(new KnownKey("secret")), Map.of("X-Tenant", "t"));
      ChatModel model = Wire.model(keyed, Wire.PATIENT);
      model.prepare(new Cancellation());
      Outcome outcome = model.send(Wire.WHOLE, ReplyListener.SILENT, new Cancellation());
      assertEquals("hi", outcome.reply().text());
      LoopbackServer.Request ahead = server.requests().get(0);
      assertEquals("HEAD /v1", ahead.method() + " " + ahead.target());
      assertEquals(
          Optional.empty(), ahead.header("authorization").or(() -> ahead.header("x-tenant")));
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void aServerThatAnswersAHeadRequestWithABodySpoilsNoPrompt() throws Exception {
    WireScript wrong = WireScript.answer(404, "", "not found");
    WireScript answer = WireScript.json("{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}");
    try (LoopbackServer server = LoopbackServer.running(wrong, answer)) {
      ChatModel model = Wire.model(server.url("/v1"));
      model.prepare(new Cancellation());
      Outcome outcome = model.send(Wire.WHOLE, ReplyListener.SILENT, new Cancellation());
      assertEquals("hi", outcome.reply().text());
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void whereNothingListensNothingIsOpenedAhead() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Wire.model(URI.create("http://127.0.0.1:" + port + "/v1")).prepare(new Cancellation());
  }
}
