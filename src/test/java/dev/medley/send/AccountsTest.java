package dev.medley.send;

import static dev.medley.Samples.TIMING;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.priced;
import static dev.medley.Samples.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.ModelInfo.Ability;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Outcome.Answered;
import dev.medley.chat.Prompt;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Target TARGET = priced("gpt-4o", "2.5", "10");
  private static final Prompt PROMPT = Prompt.of("hello world");

  @Test
  void whatTheServerReportsStands() {
    Outcome outcome = Samples.answered("Hi");
    Attempt attempt = Accounts.of(TARGET, Wait.NONE, PROMPT, outcome);
    assertSame(outcome, attempt.outcome());
    assertEquals(Cost.Source.COMPUTED, attempt.cost().source());
  }

  /** 9 tokens in (3 + 4 + 2), 2 out: by OpenAI's own tokenizer. */
  @Test
  void whatIsNotReportedIsCounted() {
    Attempt attempt = answeredWith(TARGET, Usage.UNKNOWN);
    assertEquals(Usage.UNKNOWN.orCounted(9, 2), attempt.outcome().reply().usage());
    assertCost("0.0000425", Cost.Source.ESTIMATED, false, attempt);
  }

  @Test
  void aCountThatIsReportedIsKept() {
    Usage half =
        new Usage(
            OptionalLong.of(100),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty());
    assertCost("0.00027", Cost.Source.ESTIMATED, false, answeredWith(TARGET, half));
  }

  @Test
  void aChargeBeatsOurCount() {
    Usage charged =
        new Usage(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.of(BigDecimal.ONE));
    assertCost("1", Cost.Source.CHARGED, false, answeredWith(TARGET, charged));
  }

  @Test
  void thinkingThatIsNotShownMayHaveBeenMore() {
    ModelInfo thinks =
        new ModelInfo(
            "lab",
            "o3",
            OptionalLong.empty(),
            OptionalLong.empty(),
            TARGET.info().price(),
            Set.of(Ability.REASONING));
    Target target = new Target("o3", TARGET.ref(), TARGET.provider(), thinks, TARGET.dialect());
    assertCost("0.0000425", Cost.Source.ESTIMATED, true, answeredWith(target, Usage.UNKNOWN));
  }

  @Test
  void anAnswerThatWasCutMayHaveBeenMore() {
    Attempt attempt = Accounts.of(TARGET, Wait.NONE, PROMPT, cut(FailureKind.NETWORK, "hello"));
    assertCost("0.0000325", Cost.Source.ESTIMATED, true, attempt);
  }

  @Test
  void aFailureThatNobodyBillsCostsNothingThatWeKnow() {
    Attempt attempt = Accounts.of(TARGET, Wait.NONE, PROMPT, failed(FailureKind.RATE_LIMIT));
    assertEquals(Cost.UNKNOWN, attempt.cost());
    assertEquals(Usage.UNKNOWN, attempt.outcome().reply().usage());
  }

  @Test
  void withoutAPriceTheCountIsThereAndTheCostUnknown() {
    Attempt attempt = answeredWith(Samples.target("gpt-4o"), Usage.UNKNOWN);
    assertEquals(Cost.UNKNOWN, attempt.cost());
    assertEquals(OptionalLong.of(2), attempt.outcome().reply().usage().outputTokens());
  }

  private static Attempt answeredWith(Target target, Usage usage) {
    return Accounts.of(
        target, Wait.NONE, PROMPT, new Answered(reply("hello world", usage), TIMING));
  }

  private static void assertCost(String usd, Cost.Source source, boolean atLeast, Attempt attempt) {
    assertEquals(
        0, new BigDecimal(usd).compareTo(attempt.cost().usd().orElseThrow()), attempt::toString);
    assertEquals(source, attempt.cost().source());
    assertEquals(atLeast, attempt.cost().atLeast());
  }
}
