package dev.medley.endpoint;

import dev.medley.chat.Addressing;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.Failure;
import dev.medley.chat.Network;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Secret;
import dev.medley.chat.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One question to one URL over a network, and what came of it in a line. */
final class Asked {
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(1),
          Duration.ofSeconds(9),
          Duration.ofSeconds(9),
          Duration.ofSeconds(9));

  private Asked() {}

  /** {@code Hi}, or {@code class: message | hint}. */
  static String over(Network network, URI url) {
    return line(
        model(network, url, Addressing.PLAIN)
            .send(Prompt.of("hello"), ReplyListener.SILENT, new Cancellation()));
  }

  static ChatModel model(Network network, URI url, Addressing addressing) {
    Provider provider =
        new Provider("lab", url, Optional.of(KEY), Map.of(), Dialect.PLAIN, addressing.on(url));
    return new Endpoints("test", Clock.SYSTEM, network).model(provider, "m1", SHORT);
  }

  static String line(Outcome outcome) {
    return outcome.fold(
        answered -> answered.reply().text(),
        failed -> {
          Failure failure = failed.failure();
          return failure.kind().wireName() + ": " + failure.message() + " | " + failure.hint();
        });
  }

  private static final Secret KEY =
      new Secret() {
        @Override
        public String describe() {
          return "env:LAB_KEY";
        }

        @Override
        public boolean present() {
          return true;
        }

        @Override
        public String reveal() {
          return "sk-lab";
        }
      };
}
