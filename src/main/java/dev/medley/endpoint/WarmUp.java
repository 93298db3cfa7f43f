package dev.medley.endpoint;

import com.openai.core.ObjectMappers;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.Network;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Timeouts;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A request that is answered before it leaves, so that the classes of the SDK, of OkHttp and of our
 * own reader are there when the first real one is sent.
 */
final class WarmUp {
  private static final String ANSWER =
      """
      data: {"choices":[{"index":0,"delta":{"content":"."},"finish_reason":"stop"}]}

      data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}

      data: [DONE]

      """;

  private static final Provider NOBODY =
      new Provider(
          "nobody",
          URI.create("http://nobody.invalid/v1"),
          Optional.empty(),
          Map.of(),
          Dialect.PLAIN);

  private WarmUp() {}

  /**
   * Its two halves, JSON and HTTP, have nothing to do with each other before a request is built.
   */
  static Outcome run() {
    Thread json = new Thread(WarmUp::json, "medley-warm-up-json");
    json.setDaemon(true);
    json.start();
    Transport unconnected = new Transport("medley", Network.DIRECT, WarmUp::answer);
    return new Endpoints("", Clock.SYSTEM, Network.DIRECT, unconnected)
        .model(NOBODY, "none", Timeouts.DEFAULT)
        .send(Prompt.of("."), ReplyListener.SILENT, new Cancellation());
  }

  private static void json() {
    try {
      ObjectMappers.jsonMapper();
    } catch (RuntimeException | LinkageError again) {
      // Whoever needs it meets it, too.
    }
  }

  private static Response answer(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(ANSWER, MediaType.get("text/event-stream")))
        .build();
  }
}
