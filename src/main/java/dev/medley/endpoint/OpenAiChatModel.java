package dev.medley.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.Reply;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.chat.Secret;
import dev.medley.chat.Timeouts;
import dev.medley.chat.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A model behind an OpenAI-compatible endpoint. */
final class OpenAiChatModel implements ChatModel {
  private final Endpoints endpoints;
  private final Provider provider;
  private final String modelId;
  private final Timeouts timeouts;

  OpenAiChatModel(Endpoints endpoints, Provider provider, String modelId, Timeouts timeouts) {
    this.endpoints = endpoints;
    this.provider = provider;
    this.modelId = modelId;
    this.timeouts = timeouts;
  }

  @Override
  public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    String key;
    try {
      key = provider.key().isPresent() ? provider.key().get().reveal() : "";
    } catch (Secret.Unavailable missing) {
      Failure failure =
          Failure.of(FailureKind.CONFIG, missing.getMessage()).withHint(missing.hint());
      return new Outcome.Failed(failure, Reply.NOTHING, Timing.none(clock().now()));
    }
    return send(key, prompt, listener, cancellation);
  }

  private Outcome send(
      String key, Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    endpoints.transport(); // what it costs to set up is not the model's time
    Instant at = clock().now();
    InFlight request = new InFlight(clock());
    ReplyBuilder reply = timed(request, listener);
    ObjectNode body = RequestBody.of(modelId, prompt, provider.dialect());
    Watchdog watchdog = Watchdog.over(request, timeouts, clock());
    var interest = cancellation.onCancel(() -> request.stop(FailureKind.INTERRUPTED));
    try {
      Optional<Failure> failure = exchange(key, body, request, reply, listener);
      return outcome(failure, reply, timing(request, at));
    } finally {
      interest.close();
      watchdog.stop();
    }
  }

  private static ReplyBuilder timed(InFlight request, ReplyListener listener) {
    return new ReplyBuilder(
        text -> {
          request.sawText();
          listener.onText(text);
        },
        thought -> {
          request.sawReasoning();
          listener.onReasoning(thought);
        });
  }

  /**
   * Exceptions of the listener pass through; those of the SDK and the connection become failures.
   */
  private Optional<Failure> exchange(
      String key, ObjectNode body, InFlight request, ReplyBuilder reply, ReplyListener listener) {
    InputStream answer;
    try {
      answer = endpoints.transport().post(provider, key, body, timeouts, request);
    } catch (RuntimeException thrownBySdk) {
      return Optional.of(explain(thrownBySdk, request));
    }
    try (answer) {
      request.reached(InFlight.Phase.RECEIVING);
      return new ReplyReader(reply, listener::onNotice).read(request.watched(answer));
    } catch (IOException broken) {
      return Optional.of(explain(broken, request));
    } finally {
      reply.end();
    }
  }

  private Failure explain(Exception thrown, InFlight request) {
    if (request.stoppedBy().isPresent()) {
      return Stopped.explain(request.stoppedBy().get(), timeouts, request);
    }
    return request
        .errorAnswer()
        .map(this::explain)
        .orElseGet(
            () -> NetworkFailures.of(thrown, request, CompletionsUrl.below(provider.baseUrl())));
  }

  private Failure explain(InFlight.ErrorAnswer answer) {
    if (answer.status() < 400) {
      return Failure.of(
              FailureKind.CONFIG, "the server redirects to " + answer.headers().get("Location"))
          .withStatus(answer.status())
          .withHint(
              "if that is right, put it into base_url: keys do not follow redirects to another host");
    }
    Failure failure = ErrorFailures.ofStatus(answer.status(), answer.body());
    if (answer.status() == 404 && failure.message().equals("404 Not Found")) {
      failure = failure.withMessage("404 Not Found: " + CompletionsUrl.below(provider.baseUrl()));
    }
    return failure.withRetryAfter(RetryAfter.read(answer.headers()::get, clock().now()));
  }

  private static Outcome outcome(Optional<Failure> failure, ReplyBuilder reply, Timing timing) {
    if (failure.isEmpty()) {
      return new Outcome.Answered(reply.reply(), timing);
    }
    boolean cut = reply.hasText() && failure.get().kind() != FailureKind.INTERRUPTED;
    Failure named = cut ? failure.get().asTruncation() : failure.get();
    return new Outcome.Failed(named, reply.reply(), timing);
  }

  /** From the sent request on; a try that was never sent counts from its start. */
  private Timing timing(InFlight request, Instant at) {
    long from = request.sentAt() == 0 ? request.startedAt() : request.sentAt();
    return new Timing(
        at,
        Duration.ofNanos(clock().nanoTime() - from),
        since(from, request.firstTokenAt()),
        since(from, request.firstTextAt()));
  }

  private static Optional<Duration> since(long from, long at) {
    return at == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(at - from));
  }

  @Override
  public RequestPreview preview(Prompt prompt) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", endpoints.userAgent());
    provider.key().ifPresent(key -> putKey(headers, key));
    provider.headers().keySet().forEach(name -> headers.put(name, "<configured>"));
    return new RequestPreview(
        CompletionsUrl.below(provider.baseUrl()).toString(),
        headers,
        RequestBody.of(modelId, prompt, provider.dialect()).toPrettyString());
  }

  private void putKey(Map<String, String> headers, Secret key) {
    String shown = "<" + key.describe() + ">";
    provider
        .addressing()
        .keyHeader()
        .ifPresentOrElse(
            name -> headers.put(name, shown),
            () -> headers.put("Authorization", "Bearer " + shown));
  }

  private Clock clock() {
    return endpoints.clock();
  }
}
