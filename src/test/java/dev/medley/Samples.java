package dev.medley;

import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.chat.Dialect;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome.Answered;
import dev.medley.chat.Outcome.Failed;
import dev.medley.chat.Provider;
import dev.medley.chat.Reply;
import dev.medley.chat.Secret;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Models and outcomes to test with: small, valid, and the same every time. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public static final Usage USAGE = Usage.of(18, 212);
  public static final Timing TIMING = timing(1240, 310);

  private Samples() {}

  /** A model of which nothing is known, at the provider {@code lab}. */
  public static Target target(String id) {
    Provider provider =
        new Provider(
            "lab", URI.create("https://lab.test/v1"), Optional.empty(), Map.of(), Dialect.PLAIN);
    return new Target(
        id, new ModelRef("lab", id), provider, ModelInfo.unknown("lab", id), Dialect.PLAIN);
  }

  /** A model with prices in USD per million tokens. */
  public static Target priced(String id, String input, String output) {
    Price price =
        new Price(
            new BigDecimal(input),
            Optional.empty(),
            new BigDecimal(output),
            Optional.of(LocalDate.of(2026, 11, 22)));
    Target plain = target(id);
    return with(plain, plain.info().withPrice(Optional.of(price)));
  }

  public static Target windowed(String id, long tokens) {
    ModelInfo info =
        new ModelInfo(
            "lab", id, OptionalLong.of(tokens), OptionalLong.empty(), Optional.empty(), Set.of());
    return with(target(id), info);
  }

  /** A model at a provider whose key is not there. */
  public static Target locked(String id) {
    Target plain = target(id);
    Provider open = plain.provider();
    Provider locked =
        new Provider(open.name(), open.baseUrl(), Optional.of(MISSING), Map.of(), open.dialect());
    return new Target(plain.name(), plain.ref(), locked, plain.info(), plain.dialect());
  }

  /** The same model by another name. */
  public static Target alias(String name, Target of) {
    return new Target(name, of.ref(), of.provider(), of.info(), of.dialect());
  }

  private static Target with(Target target, ModelInfo info) {
    return new Target(target.name(), target.ref(), target.provider(), info, target.dialect());
  }

  public static Timing timing(long totalMillis, long firstMillis) {
    Optional<Duration> first = Optional.of(Duration.ofMillis(firstMillis));
    return new Timing(NOON, Duration.ofMillis(totalMillis), first, first);
  }

  /** Nothing came for so long. */
  public static Timing silence(long totalMillis) {
    return new Timing(NOON, Duration.ofMillis(totalMillis), Optional.empty(), Optional.empty());
  }

  public static Reply reply(String text, Usage usage) {
    return new Reply(text, "", Optional.of("stop"), Optional.empty(), usage);
  }

  public static Answered answered(String text) {
    return new Answered(reply(text, USAGE), TIMING);
  }

  public static Failed failed(Failure failure) {
    return new Failed(failure, Reply.NOTHING, silence(200));
  }

  public static Failed failed(FailureKind kind) {
    return failed(Failure.of(kind, "no luck"));
  }

  /** Some text came, then this happened; nobody knows how many tokens that took. */
  public static Failed cut(FailureKind cause, String text) {
    Reply came = new Reply(text, "", Optional.empty(), Optional.empty(), Usage.UNKNOWN);
    return new Failed(Failure.of(cause, "no luck").asTruncation(), came, timing(900, 310));
  }

  /** 429, with the wait that the server asks for. */
  public static Failed busy(Duration wait) {
    return failed(
        Failure.of(FailureKind.RATE_LIMIT, "slow down")
            .withStatus(429)
            .withRetryAfter(Optional.of(wait)));
  }

  private static final Secret MISSING =
      new Secret() {
        @Override
        public String describe() {
          return "env:LAB_API_KEY";
        }

        @Override
        public boolean present() {
          return false;
        }

        @Override
        public String reveal() throws Unavailable {
          throw new Unavailable("LAB_API_KEY is not set", "export LAB_API_KEY=...");
        }
      };
}
