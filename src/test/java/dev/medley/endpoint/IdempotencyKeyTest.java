package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Dialect;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A header that says which requests are the same. */
class IdempotencyKeyTest {
  private static final Prompt TIED = Wire.STREAMED.withIdempotencyKey("k-1");

  private static List<String> sent(
      Prompt prompt, Dialect dialect, Map<String, String> headers, WireScript... scripts)
      throws Exception {
    try (LoopbackServer server = LoopbackServer.running(scripts)) {
      Provider provider =
          new Provider("local", server.url("/v1"), Optional.empty(), headers, dialect);
      Wire.model(provider, Wire.PATIENT).send(prompt, ReplyListener.SILENT, new Cancellation());
      return server.requests().stream()
          .map(request -> request.header("idempotency-key").orElse("none"))
          .toList();
    }
  }

  private static WireScript hi() {
    return WireScript.json(Chunks.completion("'content':'Hi'"));
  }

  @Test
  void isSentWhenThereIsOne() throws Exception {
    assertEquals(List.of("k-1"), sent(TIED, Dialect.PLAIN, Map.of(), hi()));
    assertEquals(List.of("none"), sent(Wire.STREAMED, Dialect.PLAIN, Map.of(), hi()));
  }

  @Test
  void canBeOmitted() throws Exception {
    Dialect without = new Dialect(Set.of("idempotency_key"), Optional.empty());
    assertEquals(List.of("none"), sent(TIED, without, Map.of(), hi()));
  }

  @Test
  void theUsersOwnStays() throws Exception {
    Map<String, String> own = Map.of("idempotency-key", "mine");
    assertEquals(List.of("mine"), sent(TIED, Dialect.PLAIN, own, hi()));
  }

  @Test
  void aRequestThatIsSaidOtherwiseIsAnother() throws Exception {
    WireScript refused =
        WireScript.answer(
            400, "", Chunks.json("{'error':{'message':'Unsupported parameter: stream_options'}}"));
    assertEquals(
        List.of("k-1", "k-1-corrected"), sent(TIED, Dialect.PLAIN, Map.of(), refused, hi()));
  }
}
