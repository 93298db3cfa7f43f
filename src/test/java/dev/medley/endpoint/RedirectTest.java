package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Dialect;
import dev.medley.chat.Outcome;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects keep what was sent, and a key stays with its host. */
class RedirectTest {
  private static final WireScript HI = WireScript.json(Chunks.completion("'content':'Hi'"));

  private static WireScript redirect(int status, String location) {
    return WireScript.answer(status, "Location: " + location + "\r\n", "<html>moved</html>");
  }

  private static Outcome ask(URI baseUrl) {
    Provider provider =
        new Provider("p", baseUrl, Optional.of(new KnownKey("sk-1")), Map.of(), Dialect.PLAIN);
    return Wire.model(provider, Wire.PATIENT)
        .send(Wire.WHOLE, ReplyListener.SILENT, new Cancellation());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void withinAHostThePostGoesAlongWithBodyAndKey(int status) throws Exception {
    try (LoopbackServer server =
        LoopbackServer.running(redirect(status, "/redirected/v1/chat/completions"), HI)) {
      assertEquals("answered | «Hi» stop 3→2", OutcomeLine.of(ask(server.url("/v1"))));
      List<LoopbackServer.Request> sent = server.requests();
      assertEquals(
          List.of("POST", "/redirected/v1/chat/completions", sent.get(0).body(), "Bearer sk-1"),
          List.of(
              sent.get(1).method(),
              sent.get(1).target(),
              sent.get(1).body(),
              sent.get(1).header("authorization").orElse("no key")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void toAnotherHostNothingGoes(int status) throws Exception {
    try (LoopbackServer other = LoopbackServer.running(HI);
        LoopbackServer server =
            LoopbackServer.running(redirect(status, other.url("/v1").toString()))) {
      assertEquals(
          "config " + status + ": the server redirects to " + other.url("/v1"),
          OutcomeLine.of(ask(server.url("/v1"))));
      assertEquals(List.of(), other.requests());
    }
  }

  @Test
  void aCircleEnds() throws Exception {
    try (LoopbackServer server = LoopbackServer.running(redirect(307, "/v1/chat/completions"))) {
      assertEquals(
          "config 307: the server redirects to /v1/chat/completions",
          OutcomeLine.of(ask(server.url("/v1"))));
      assertEquals(6, server.requests().size());
    }
  }

  @Test
  void aRedirectToNowhereIsExplained() throws Exception {
    try (LoopbackServer server = LoopbackServer.running(WireScript.answer(302, "", ""))) {
      assertEquals(
          "config 302: the server redirects without saying where",
          OutcomeLine.of(ask(server.url("/v1"))));
    }
  }
}
