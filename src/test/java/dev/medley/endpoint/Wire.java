package dev.medley.endpoint;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.Message;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One prompt sent to a scripted server over a real socket. */
final class Wire {
  static final Prompt STREAMED = new Prompt(List.of(Message.user("hi")), Parameters.NONE, true);
  static final Prompt WHOLE = new Prompt(List.of(Message.user("hi")), Parameters.NONE, false);

  /** Bounds that a broken test runs into, and no other. */
  static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(9));

  /** Real monotonic time, and a wall that says 2026-01-01 00:00:00 UTC for ever. */
  static final Clock NEW_YEAR =
      new Clock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.parse("2026-01-01T00:00:00Z");
        }
      };

  private static final Endpoints ENDPOINTS = new Endpoints("test", NEW_YEAR);

  private Wire() {}

  static Outcome exchange(WireScript script, Prompt prompt, Overheard heard) {
    try (LoopbackServer server = LoopbackServer.running(script)) {
      return model(server.url("/v1")).send(prompt, heard, new Cancellation());
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }

  static ChatModel model(URI baseUrl) {
    return model(keyless(baseUrl), PATIENT);
  }

  static ChatModel model(Provider provider, Timeouts timeouts) {
    return ENDPOINTS.model(provider, "m", timeouts);
  }

  static Provider keyless(URI baseUrl) {
    return new Provider("local", baseUrl, Optional.empty(), Map.of(), Dialect.PLAIN);
  }
}
