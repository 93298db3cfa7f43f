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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code GET /models}, with the same key, headers and bounds as a prompt. */
final class OpenAiModelLister implements ModelLister {
  private static final int LONGEST = 32 << 20;
  private static final int MOMENT_MILLIS = 150;

  private final Endpoints endpoints;
  private final Timeouts timeouts;

  OpenAiModelLister(Endpoints endpoints, Timeouts timeouts) {
    this.endpoints = endpoints;
    this.timeouts = timeouts;
  }

  @Override
  public ModelListing list(Provider provider, Cancellation cancellation) {
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
      return exchange(provider, key, request);
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
      return ModelListing.failed(explain(thrown, request, url), journey(request));
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

  private Failure explain(Exception thrown, InFlight request, URI url) {
    if (request.errorAnswer().isPresent()) {
      return explain(request.errorAnswer().get(), url);
    }
    return request
        .stoppedBy()
        .map(why -> stopped(why, request, url))
        .orElseGet(() -> NetworkFailures.of(thrown, request, url));
  }

  private Failure stopped(FailureKind why, InFlight request, URI url) {
    String host = url.getRawAuthority();
    if (why == FailureKind.TIMEOUT_TOTAL && request.sentAt() == 0) {
      return Failure.of(FailureKind.TIMEOUT_CONNECT, "no connection to " + host + " in time")
          .withHint("check the base URL and the network, or raise --connect-timeout");
    }
    return why == FailureKind.INTERRUPTED
        ? Stopped.explain(why, timeouts)
        : Failure.of(why, "no list of models from " + host + " in time")
            .withHint("raise --timeout and --first-token-timeout, or check the server");
  }

  private Failure explain(InFlight.ErrorAnswer answer, URI url) {
    if (answer.status() < 400) {
      String location = answer.headers().get("Location");
      return Failure.of(FailureKind.CONFIG, "the server redirects to " + location)
          .withStatus(answer.status())
          .withHint("if that is right, put it into base_url");
    }
    Failure failure = ErrorFailures.ofStatus(answer.status(), answer.body());
    if (answer.status() == 404 || answer.status() == 405) {
      failure =
          failure.withHint(
              "this endpoint may have no list of models, or the base URL is wrong; called was "
                  + url);
    } else if (failure.kind() == FailureKind.AUTH) {
      failure = failure.withHint("check the key");
    }
    return failure.withRetryAfter(RetryAfter.read(answer.headers()::get, endpoints.clock().now()));
  }

  @Override
  public boolean listens(URI loopback) {
    int port = loopback.getPort() < 0 ? usualPort(loopback) : loopback.getPort();
    return Loopback.addresses(loopback).stream()
        .anyMatch(address -> accepts(new InetSocketAddress(address, port)));
  }

  private static int usualPort(URI url) {
    return url.getScheme().equals("https") ? 443 : 80;
  }

  private static boolean accepts(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, MOMENT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
