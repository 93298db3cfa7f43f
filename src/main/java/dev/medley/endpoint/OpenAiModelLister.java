package dev.medley.endpoint;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelLister;
import dev.medley.chat.ModelListing;
import dev.medley.chat.ModelListing.Journey;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.chat.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code GET /models}, with the same key, headers and bounds as a prompt. */
final class OpenAiModelLister implements ModelLister {
  private static final int LONGEST = 32 << 20;

  private final Endpoints endpoints;
  private final Timeouts timeouts;

  OpenAiModelLister(Endpoints endpoints, Timeouts timeouts) {
    this.endpoints = endpoints;
    this.timeouts = timeouts;
  }

  @Override
  public ModelListing list(Provider configured, Cancellation cancellation) {
    Provider provider = configured.listing();
    String key;
    try {
      key = provider.key().isPresent() ? provider.key().get().reveal() : "";
    } catch (Secret.Unavailable missing) {
      Failure failure =
          Failure.of(FailureKind.CONFIG, missing.getMessage()).withHint(missing.hint());
      return ModelListing.failed(failure, Journey.NONE);
    }
    endpoints.transport(); // what it costs to set up is not the server's time
    InFlight request = new InFlight(endpoints.clock());
    Watchdog watchdog = Watchdog.over(request, bounds(), endpoints.clock());
    var interest = cancellation.onCancel(() -> request.stop(FailureKind.INTERRUPTED));
    try {
      return new Redaction(key, provider).of(exchange(provider, key, request));
    } finally {
      interest.close();
      watchdog.stop();
    }
  }

  private ModelListing exchange(Provider provider, String key, InFlight request) {
    URI url = ModelsUrl.below(provider.baseUrl());
    try (InputStream answer = endpoints.transport().models(provider, key, timeouts, request)) {
      request.reached(InFlight.Phase.RECEIVING);
      request.sawText(); // the head of the answer: what the bound on the first token waits for
      byte[] body = request.watched(answer).readNBytes(LONGEST);
      String text = new String(body, StandardCharsets.UTF_8);
      return ModelListReader.read(text, url, journey(request));
    } catch (IOException | RuntimeException thrown) {
      return ModelListing.failed(
          new ListingFailures(url, endpoints.clock()).of(thrown, request), journey(request));
    }
  }

  private static Journey journey(InFlight request) {
    boolean sent = request.sentAt() != 0;
    return request.route().journey(sent, sent ? request.sentAt() : request.startedAt());
  }

  /** A list is short: whoever connects and answers in time has no need of minutes more. */
  private Timeouts bounds() {
    Duration enough = timeouts.connect().plus(timeouts.firstToken());
    boolean bounded = !timeouts.connect().isZero() && !timeouts.firstToken().isZero();
    boolean shorter = timeouts.total().isZero() || timeouts.total().compareTo(enough) > 0;
    return new Timeouts(
        timeouts.connect(),
        timeouts.firstToken(),
        timeouts.idle(),
        bounded && shorter ? enough : timeouts.total());
  }

  @Override
  public boolean listens(URI loopback) {
    return Loopback.listens(loopback);
  }
}
