package dev.medley.endpoint;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
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
import java.net.URI;
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
      Timing none = Timing.none(endpoints.clock().now());
      return new Outcome.Failed(failure, Reply.NOTHING, none);
    }
    Exchange first = exchange(base(), prompt, speech(), "");
    Outcome outcome = first.run(key, listener, cancellation);
    Outcome last =
        secondTry(first, outcome, prompt)
            .filter(again -> !cancellation.isCancelled())
            .map(again -> again.run(key, listener, cancellation))
            .orElse(outcome);
    return new Redaction(key, provider).of(last);
  }

  /** A request once more, said otherwise. */
  private interface SecondTry {
    Outcome run(String key, ReplyListener listener, Cancellation cancellation);
  }

  /** Only for a refusal that names its remedy; nothing has been shown then. */
  private Optional<SecondTry> secondTry(Exchange first, Outcome outcome, Prompt prompt) {
    if (!(outcome instanceof Outcome.Failed failed) || !failed.reply().text().isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> better = VersionPath.below(base());
    if (better.isPresent() && VersionPath.mayBeMissed(failed.failure())) {
      return Optional.of(withVersion(better.get(), failed, prompt));
    }
    return first
        .errorAnswer()
        .flatMap(
            answer ->
                Corrections.of(
                    answer.status(), ErrorBody.parse(answer.body()), first.body(), speech()))
        .map(corrected -> corrected(corrected, prompt));
  }

  private SecondTry corrected(Corrections.Corrected corrected, Prompt prompt) {
    return (key, listener, cancellation) -> {
      listener.onSecondTry(corrected.notice());
      // Said otherwise it is another request: under the same key some servers would refuse it.
      Exchange second = exchange(base(), prompt, corrected.speech(), "-corrected");
      Outcome outcome = second.run(key, listener, cancellation);
      boolean refusedAgain =
          second.errorAnswer().filter(answer -> answer.status() < 500).isPresent();
      if (!refusedAgain) {
        endpoints.learned().speech(base(), modelId, provider.dialect(), corrected.speech());
      }
      return outcome;
    };
  }

  private SecondTry withVersion(URI better, Outcome.Failed first, Prompt prompt) {
    return (key, listener, cancellation) -> {
      listener.onSecondTry("sent again to " + ShownUrl.of(better));
      Outcome outcome = exchange(better, prompt, speech(), "").run(key, listener, cancellation);
      boolean missedAgain =
          outcome instanceof Outcome.Failed second && VersionPath.mayBeMissed(second.failure());
      if (missedAgain) {
        return first;
      }
      endpoints.learned().base(provider.baseUrl(), better);
      return outcome;
    };
  }

  private Exchange exchange(URI base, Prompt prompt, Speech speech, String variant) {
    Posting posting =
        new Posting(
            RequestBody.of(modelId, prompt, speech),
            IdempotencyKey.of(prompt, provider, speech.dialect()).map(key -> key + variant));
    return new Exchange(endpoints, provider.at(base), posting, timeouts);
  }

  private URI base() {
    return endpoints.learned().base(provider.baseUrl());
  }

  private Speech speech() {
    return endpoints.learned().speech(base(), modelId, provider.dialect());
  }

  @Override
  public void prepare(Cancellation cancellation) {
    InFlight request = new InFlight(endpoints.clock());
    var interest = cancellation.onCancel(() -> request.stop(FailureKind.INTERRUPTED));
    try {
      endpoints.transport().greet(base(), request);
    } catch (IOException | RuntimeException soonFoundOut) {
      // The first prompt meets the same trouble, and tells of it.
    } finally {
      interest.close();
    }
  }

  @Override
  public RequestPreview preview(Prompt prompt) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", endpoints.userAgent());
    provider.key().ifPresent(key -> putKey(headers, key));
    provider.headers().keySet().forEach(name -> headers.put(name, "<configured>"));
    IdempotencyKey.of(prompt, provider, speech().dialect())
        .ifPresent(key -> headers.put(IdempotencyKey.HEADER, key));
    return new RequestPreview(
        ShownUrl.of(CompletionsUrl.below(base())),
        headers,
        RequestBody.of(modelId, prompt.abridged(), speech()).toPrettyString());
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
}
