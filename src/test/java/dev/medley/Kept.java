package dev.medley;

import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Reply;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import dev.medley.history.Ending;
import dev.medley.history.Heading;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastFile;
import dev.medley.history.PastModel;
import dev.medley.history.PastRun;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.RouteTaken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs to be kept: small, valid, and the same every time. */
public final class Kept {
  public static final String LAB = "https://lab.test/v1";
  public static final PastModel ONE = model("one");
  public static final PastModel TWO = model("two");

  private Kept() {}

  public static PastModel model(String id) {
    return new PastModel(id, new ModelRef("lab", id));
  }

  public static Cost cost(String usd) {
    return new Cost(
        Optional.of(new BigDecimal(usd)),
        Cost.Source.COMPUTED,
        Optional.of(LocalDate.of(2026, 11, 22)),
        false);
  }

  public static Outcome answered(Instant at, String text) {
    Timing timing =
        new Timing(
            at,
            Duration.ofNanos(1_240_123_456),
            Optional.of(Duration.ofMillis(310)),
            Optional.of(Duration.ofMillis(320)));
    return new Outcome.Answered(Samples.reply(text, Samples.USAGE), timing);
  }

  public static Outcome failed(Instant at, FailureKind kind) {
    return new Outcome.Failed(
        Failure.of(kind, "no luck").withStatus(429),
        Reply.NOTHING,
        new Timing(at, Duration.ofMillis(200), Optional.empty(), Optional.empty()));
  }

  public static PastAttempt attempt(PastModel model, Outcome outcome) {
    return new PastAttempt(
        model,
        LAB,
        Duration.ZERO,
        "",
        outcome.answered() ? "answered" : "failed",
        outcome,
        outcome.answered() ? cost("0.00013") : Cost.UNKNOWN,
        outcome.answered());
  }

  public static Question question(String user) {
    return new Question(
        Optional.of(user),
        Optional.empty(),
        Parameters.NONE,
        true,
        List.of("one"),
        List.of(),
        Optional.empty());
  }

  /** One model was asked and answered. */
  public static PastRun run(String id, Instant at, String prompt, String answer) {
    Outcome outcome = answered(at, answer);
    return new PastRun(
        new Heading(id, at, "ask", Place.first(id)),
        ONE,
        question(prompt),
        List.of(attempt(ONE, outcome)),
        new Ending("answered", ONE, outcome, Samples.USAGE, cost("0.00013")));
  }

  /** One model was asked and failed. */
  public static PastRun failure(String id, Instant at, String prompt) {
    Outcome outcome = failed(at, FailureKind.RATE_LIMIT);
    return new PastRun(
        new Heading(id, at, "ask", Place.first(id)),
        ONE,
        question(prompt),
        List.of(attempt(ONE, outcome)),
        new Ending("failed", ONE, outcome, Usage.UNKNOWN, Cost.UNKNOWN));
  }

  /** Everything that can be kept is there. */
  public static PastRun full() {
    Instant at = Samples.NOON;
    Usage usage =
        new Usage(
            OptionalLong.of(18),
            OptionalLong.of(4),
            OptionalLong.of(3),
            OptionalLong.of(212),
            OptionalLong.of(100),
            Optional.empty(),
            true);
    Reply reply =
        new Reply("Hello…", "hm", Optional.of("length"), Optional.of("two-2026-11-01"), usage);
    Outcome second =
        new Outcome.Answered(
            reply,
            new Timing(
                at,
                Duration.ofMillis(900),
                Optional.of(Duration.ofMillis(100)),
                Optional.of(Duration.ofMillis(400))));
    Outcome first = failed(at, FailureKind.RATE_LIMIT);
    Outcome skipped =
        new Outcome.Failed(
            Failure.of(FailureKind.CONTEXT, "too long"), Reply.NOTHING, Timing.none(at));
    Heading heading =
        new Heading(
            "full",
            at,
            "route",
            Optional.of("side-by-side"),
            new Place(Optional.of("c-begin"), Optional.of("begin")),
            Optional.of(
                new RouteTaken(
                    Optional.of("cheap"),
                    OptionalInt.of(2),
                    List.of("rule 2: \"sum\"", "chain a"))));
    Question question =
        new Question(
            Optional.of("say\nhello"),
            Optional.of("be brief"),
            new Parameters(Map.of("temperature", new BigDecimal("0.2"))),
            false,
            List.of("one", "two", "alias"),
            List.of(
                PastFile.of(PastFile.Kind.TEXT, "/tmp/a.txt", new byte[] {97, 98, 99}),
                PastFile.link("https://lab.test/cat.png")),
            Optional.of("{\"extract\":true}"));
    return new PastRun(
        heading,
        ONE,
        question,
        List.of(
            attempt(ONE, first),
            new PastAttempt(
                new PastModel("alias", new ModelRef("lab", "small/er")),
                LAB,
                Duration.ZERO,
                "",
                "skipped",
                skipped,
                Cost.UNKNOWN,
                false),
            new PastAttempt(
                TWO,
                LAB,
                Duration.ofMillis(500),
                "rate_limit",
                "answered",
                second,
                cost("0.123456789012345"),
                true)),
        new Ending("answered", TWO, second, usage, cost("0.123456789012345")));
  }
}
