package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Dialect;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exactly goes over the wire. */
class RequestTest {
  private final LoopbackServer server =
      LoopbackServer.running(WireScript.json(Chunks.completion("'content':'Hi'")));

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private LoopbackServer.Request sent(Provider provider, Prompt prompt) {
    Wire.model(provider, Wire.PATIENT).send(prompt, ReplyListener.SILENT, new Cancellation());
    return server.onlyRequest();
  }

  private Provider keyless() {
    return Wire.keyless(server.url("/v1"));
  }

  private static Prompt asking(Parameters parameters) {
    return new Prompt(List.of(Message.system("be brief"), Message.user("hi")), parameters, true);
  }

  @Test
  void withoutAKeyTheseHeadersAndNoOthers() {
    LoopbackServer.Request request = sent(keyless(), Wire.WHOLE);
    Map<String, String> headers = new TreeMap<>(request.headers());
    assertEquals("127.0.0.1:" + server.url("").getPort(), headers.remove("host"));
    assertEquals(
        Map.of(
            "accept-encoding", "gzip",
            "connection", "Keep-Alive",
            "content-length", "57",
            "content-type", "application/json",
            "user-agent", "medley/test"),
        headers);
  }

  @Test
  void aKeyMakesOneAuthorizationHeader() {
    Provider provider =
        new Provider(
            "p", server.url("/v1"), Optional.of(new KnownKey("sk-1")), Map.of(), Dialect.PLAIN);
    assertEquals(Optional.of("Bearer sk-1"), sent(provider, Wire.STREAMED).header("authorization"));
  }

  @Test
  void configuredHeadersGoAlongAndReplaceOurs() {
    Provider provider =
        new Provider(
            "azure",
            server.url("/v1"),
            Optional.empty(),
            Map.of("api-key", "k", "X-Title", "medley", "User-Agent", "mine"),
            Dialect.PLAIN);
    LoopbackServer.Request request = sent(provider, Wire.STREAMED);
    assertEquals(
        "k medley mine text/event-stream",
        String.join(
            " ",
            request.header("api-key").orElseThrow(),
            request.header("x-title").orElseThrow(),
            request.header("user-agent").orElseThrow(),
            request.header("accept").orElseThrow()));
    assertFalse(request.header("authorization").isPresent());
  }

  @Test
  void aStreamIsAskedForWithUsageAndNothingElse() {
    assertEquals(
        Chunks.json(
            "{'model':'m','messages':[{'role':'user','content':'hi'}],'stream':true,"
                + "'stream_options':{'include_usage':true}}"),
        sent(keyless(), Wire.STREAMED).body());
  }

  @Test
  void aWholeAnswerIsAskedForWithNothingElse() {
    assertEquals(
        Chunks.json("{'model':'m','messages':[{'role':'user','content':'hi'}]}"),
        sent(keyless(), Wire.WHOLE).body());
  }

  @Test
  void parametersGoAsTheyWereGiven() {
    Parameters asked =
        Parameters.NONE
            .with("temperature", 0)
            .with("stop", List.of("a", "ü"))
            .with("response_format", Map.of("type", "json_object"))
            .with("max_tokens", 5);
    assertEquals(
        Chunks.json(
            "{'model':'m','messages':[{'role':'system','content':'be brief'},"
                + "{'role':'user','content':'hi'}],'stream':true,"
                + "'stream_options':{'include_usage':true},'temperature':0,'stop':['a','ü'],"
                + "'response_format':{'type':'json_object'},'max_tokens':5}"),
        sent(keyless(), asking(asked)).body());
  }

  @Test
  void theDialectOmitsAndRenames() {
    Dialect dialect =
        new Dialect(Set.of("stream", "temperature"), Optional.of("max_completion_tokens"));
    Parameters asked = Parameters.NONE.with("temperature", 0).with("max_tokens", 5);
    assertEquals(
        Chunks.json(
            "{'model':'m','messages':[{'role':'system','content':'be brief'},"
                + "{'role':'user','content':'hi'}],'max_completion_tokens':5}"),
        sent(keyless().speaking(dialect), asking(asked)).body());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', /chat/completions",
    "/, /chat/completions",
    "/v1, /v1/chat/completions",
    "/v1/, /v1/chat/completions",
    "/api/v1beta/openai, /api/v1beta/openai/chat/completions",
    "/openai/deployments/x?api-version=2024-10-21,"
        + " /openai/deployments/x/chat/completions?api-version=2024-10-21",
    "/a%20b/v1, /a%20b/v1/chat/completions"
  })
  void pathsBelowTheBaseUrl(String base, String target) {
    LoopbackServer.Request request = sent(Wire.keyless(server.url(base)), Wire.WHOLE);
    assertEquals("POST " + target, request.method() + " " + request.target());
  }

  @Test
  void aPreviewIsTheRequest() {
    var preview = Wire.model(server.url("/v1")).preview(Wire.STREAMED);
    LoopbackServer.Request request = sent(keyless(), Wire.STREAMED);
    assertEquals(server.url(request.target()), URI.create(preview.url()));
    assertEquals(request.body(), preview.body().replaceAll("\\s", ""));
  }

  @Test
  void aLargePromptIsStillSentWithItsLength() {
    String large = "ü".repeat(1 << 20);
    Prompt prompt = new Prompt(List.of(Message.user(large)), Parameters.NONE, true);
    LoopbackServer.Request request = sent(keyless(), prompt);
    assertFalse(request.header("transfer-encoding").isPresent());
    assertTrue(request.body().contains(large));
  }
}
