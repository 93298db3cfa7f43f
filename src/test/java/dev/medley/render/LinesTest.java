package dev.medley.render;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.render.Runs.BUSY;
import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.UNPRICED;
import static dev.medley.render.Runs.again;
import static dev.medley.render.Runs.run;
import static dev.medley.render.Runs.skipped;
import static dev.medley.render.Runs.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Usage;
import dev.medley.send.Delivery;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The usage line and the attempt line. */
class LinesTest {
  @Test
  void usageOfAnAnswer() {
    assertEquals(
        "lab/fast · 1.24 s (first token 0.31 s) · 18 → 212 tokens · 228 tok/s · $0.00013",
        UsageLine.of(run(tried(FAST, answered("hi")))));
  }

  @Test
  void usageIsCutToTheRoomThatThereIs() {
    Delivery answered = run(tried(FAST, answered("hi")));
    assertEquals(
        "lab/fast · 1.24 s (first token 0.31 s) · 18 → 212 tokens · 228 tok/s · $0.00013",
        UsageLine.of(answered, 79));
    assertEquals(
        "lab/fast · 1.24 s (first token 0.31 s) · 18 → 212 tokens · $0.00013",
        UsageLine.of(answered, 78));
    assertEquals("lab/fast · 1.24 s · 18 → 212 tokens · $0.00013", UsageLine.of(answered, 60));
    assertEquals("lab/fast · 1.24 s · $0.00013", UsageLine.of(answered, 40));
    assertEquals("1.24 s · $0.00013", UsageLine.of(answered, 5));
  }

  @Test
  void usageWithoutNumbers() {
    Outcome outcome =
        new Outcome.Answered(Samples.reply("hi", Usage.UNKNOWN), Samples.silence(1240));
    assertEquals("lab/fast · 1.24 s · cost unknown", UsageLine.of(run(tried(FAST, outcome))));
  }

  @Test
  void usageAfterACutAnswer() {
    assertEquals(
        "lab/dear · 1.24 s (first token 0.31 s) · 18 → 212 tokens · 228 tok/s"
            + " · ≥ $0.0013 in 2 billed attempts",
        UsageLine.of(run(tried(FAST, cut(FailureKind.NETWORK, "h")), tried(DEAR, answered("hi")))));
  }

  @Test
  void nothingHappened() {
    assertEquals(Optional.empty(), AttemptLine.of(run(tried(FAST, answered("hi")))));
    assertEquals(Optional.empty(), AttemptLine.of(run(tried(FAST, failed(BUSY)))));
  }

  @Test
  void aRetry() {
    attempts(
        "lab/fast 429 rate limit → lab/fast answered (+0.70 s)",
        run(tried(FAST, failed(BUSY)), again(500, "rate_limit", FAST, answered("hi"))));
  }

  @Test
  void severalTriesAreOneStep() {
    attempts(
        "lab/fast 429 rate limit (2 tries) → lab/fast network → lab/fast answered (+1.85 s)",
        run(
            tried(FAST, failed(BUSY)),
            again(250, "rate_limit", FAST, failed(BUSY)),
            again(500, "rate_limit", FAST, failed(FailureKind.NETWORK)),
            again(500, "network", FAST, answered("hi"))));
  }

  @Test
  void aSwitchToADearerModel() {
    attempts(
        "lab/fast 429 rate limit → lab/dear answered (+0.20 s, +$0.0012)",
        run(tried(FAST, failed(BUSY)), tried(DEAR, answered("hi"))));
  }

  @Test
  void aSwitchToACheaperModel() {
    attempts(
        "lab/dear 429 rate limit → lab/fast answered (+0.20 s, −$0.0012)",
        run(tried(DEAR, failed(BUSY)), tried(FAST, answered("hi"))));
  }

  @Test
  void whereAPriceIsUnknownThatIsSaid() {
    attempts(
        "lab/unpriced 429 rate limit → lab/fast answered"
            + " (+0.20 s, $0.00013 instead of an unknown price)",
        run(tried(UNPRICED, failed(BUSY)), tried(FAST, answered("hi"))));
    attempts(
        "lab/fast 429 rate limit → lab/unpriced answered (+0.20 s, price unknown)",
        run(tried(FAST, failed(BUSY)), tried(UNPRICED, answered("hi"))));
    attempts(
        "lab/unpriced 429 rate limit → lab/unpriced too answered (+0.20 s)",
        run(tried(UNPRICED, failed(BUSY)), tried(Samples.target("unpriced too"), answered("hi"))));
  }

  @Test
  void withoutACountOfTokensThePricesThemselvesAreSaid() {
    Outcome uncounted = new Outcome.Answered(Samples.reply("hi", Usage.UNKNOWN), Samples.TIMING);
    attempts(
        "lab/fast 429 rate limit → lab/dear answered"
            + " (+0.20 s, $0.15/$0.60 → $1.50/$6.00 per M)",
        run(tried(FAST, failed(BUSY)), tried(DEAR, uncounted)));
  }

  @Test
  void whatIsPartlyUnknownIsALowerBound() {
    attempts(
        "lab/fast truncated (network) → lab/dear answered (+0.90 s, ≥ +$0.0012)",
        run(tried(FAST, cut(FailureKind.NETWORK, "h")), tried(DEAR, answered("hi"))));
  }

  @Test
  void whatAServerChargedIsComparedWithTheFirstModelsPrice() {
    Usage charged =
        new Usage(
            OptionalLong.of(18),
            OptionalLong.empty(),
            OptionalLong.of(212),
            OptionalLong.empty(),
            Optional.of(new BigDecimal("0.5001299")));
    Outcome outcome = new Outcome.Answered(Samples.reply("hi", charged), Samples.TIMING);
    attempts(
        "lab/fast 429 rate limit → lab/unpriced answered (+0.20 s, +$0.50)",
        run(tried(FAST, failed(BUSY)), tried(UNPRICED, outcome)));
    attempts(
        "lab/fast 429 rate limit → lab/fast answered (+0.20 s)",
        run(tried(FAST, failed(BUSY)), tried(FAST, outcome)));
  }

  @Test
  void aSkippedCandidate() {
    attempts(
        "lab/fast skipped: LAB_API_KEY is not set ␛[2J → lab/dear answered (+0.00 s, +$0.0012)",
        run(
            skipped(FAST, FailureKind.CONFIG, "LAB_API_KEY\nis not set \u001b[2J"),
            tried(DEAR, answered("hi"))));
  }

  @Test
  void aCutAnswerNamesItsCause() {
    attempts(
        "lab/fast truncated (timeout idle) → lab/dear 429 rate limit",
        run(tried(FAST, cut(FailureKind.TIMEOUT_IDLE, "h")), tried(DEAR, failed(BUSY))));
  }

  private static void attempts(String line, Delivery delivery) {
    assertEquals(Optional.of(line), AttemptLine.of(delivery));
  }
}
