package dev.medley.endpoint;

import static dev.medley.chat.FailureKind.INTERRUPTED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One request and its answer. */
final class Exchange {
  private final Endpoints endpoints;
  private final Provider provider;
  private final Posting posting;
  private final Timeouts timeouts;
  private final InFlight request;

  Exchange(Endpoints endpoints, Provider provider, Posting posting, Timeouts timeouts) {
    this.endpoints = endpoints;
    this.provider = provider;
    this.posting = posting;
    this.timeouts = timeouts;
    this.request = new InFlight(endpoints.clock());
  }

  /**
   * To be called once.
   *
   * @param key empty: none is sent
   */
  Outcome run(String key, ReplyListener listener, Cancellation cancellation) {
    endpoints.transport(); // what it costs to set up is not the model's time
    Instant at = endpoints.clock().now();
    Bursts bursts = new Bursts(listener);
    ReplyBuilder reply = timed(bursts);
    Watchdog watchdog = Watchdog.over(request, bounds(), endpoints.clock());
    var interest = cancellation.onCancel(() -> request.stop(INTERRUPTED));
    try {
      Optional<Failure> failure = exchange(key, reply, bursts);
      return outcome(failure, reply, at);
    } finally {
      interest.close();
      watchdog.stop();
    }
  }

  ObjectNode body() {
    return posting.body();
  }

  URI url() {
    return CompletionsUrl.below(provider.baseUrl());
  }

  /** An answer with a status of 300 or more, if that is what came. */
  Optional<InFlight.ErrorAnswer> errorAnswer() {
    return request.errorAnswer();
  }

  /** The first token of an answer that is not streamed comes with its last. */
  private Timeouts bounds() {
    return posting.stream()
        ? timeouts
        : new Timeouts(timeouts.connect(), Duration.ZERO, timeouts.idle(), timeouts.total());
  }

  private ReplyBuilder timed(ReplyListener listener) {
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
  private Optional<Failure> exchange(String key, ReplyBuilder reply, Bursts bursts) {
    InputStream answer;
    try {
      answer = endpoints.transport().post(provider, key, posting, timeouts, request);
    } catch (RuntimeException thrownBySdk) {
      return Optional.of(explain(thrownBySdk));
    }
    try (answer) {
      request.reached(InFlight.Phase.RECEIVING);
      return new ReplyReader(reply, bursts::onNotice).read(bursts.between(request.watched(answer)));
    } catch (IOException broken) {
      boolean interrupted = request.stoppedBy().filter(INTERRUPTED::equals).isPresent();
      return reply.finished() && !interrupted
          ? new ReplyEnd(reply).cut() // only the goodbye was lost
          : Optional.of(explain(broken));
    } finally {
      reply.end();
      bursts.pass();
    }
  }

  /** An error that has come is the better news, even if its body then never ended. */
  private Failure explain(Exception thrown) {
    Optional<FailureKind> stopped = request.stoppedBy();
    if (request.errorAnswer().isPresent() && stopped.filter(INTERRUPTED::equals).isEmpty()) {
      return StatusFailures.of(request.errorAnswer().get(), endpoints.clock().now());
    }
    return stopped
        .map(why -> Stopped.explain(why, timeouts, request))
        .orElseGet(() -> NetworkFailures.of(thrown, request, url()));
  }

  private Outcome outcome(Optional<Failure> failure, ReplyBuilder reply, Instant at) {
    var timing = request.timing(at);
    if (failure.isEmpty()) {
      return new Outcome.Answered(reply.reply(), timing);
    }
    boolean cut = reply.hasText() && failure.get().kind() != INTERRUPTED;
    Failure named = cut ? failure.get().asTruncation() : failure.get();
    if (VersionPath.mayBeMissed(named)) {
      named =
          named.withHint(
              "check base_url, it usually ends in /v1; called was " + ShownUrl.of(url()));
    }
    return new Outcome.Failed(named, reply.reply(), timing);
  }
}
