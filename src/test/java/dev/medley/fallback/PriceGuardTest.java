package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.priced;
import static dev.medley.Samples.target;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import org.junit.jupiter.api.Test;

/** The prompt is estimated at 9 tokens; 500 are assumed for the answer. */
class PriceGuardTest {
  private final ChainRun chain = new ChainRun();

  @Test
  void aMultipleIsMeasuredByTheFirst() {
    chain
        .maxPrice("2x")
        .model(priced("a", "1", "1"), failed(FailureKind.AUTH))
        .model(priced("dear", "2", "2.001"))
        .model(priced("twice", "2", "2"), answered("hi"));
    assertEquals(
        """
        a failed auth
        dear skipped budget: it is estimated to cost more than max_price 2x
        twice answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void theFirstPassesEvenAFraction() {
    chain
        .maxPrice("0.5x")
        .model(priced("a", "1", "1"), failed(FailureKind.AUTH))
        .model(priced("half", "0.5", "0.5"), answered("hi"));
    assertEquals(
        """
        a failed auth
        half answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void theLimitOnOutputCounts() {
    chain
        .maxPrice("2x")
        .model(priced("a", "1", "1"), failed(FailureKind.AUTH))
        .model(priced("wordy", "1", "10"), answered("hi"));
    Prompt prompt = Prompt.of("Why is the sky blue?");
    assertEquals(
        """
        a failed auth
        wordy answered
        = answered""",
        story(chain.run(prompt.withParameters(prompt.parameters().with("max_tokens", 1)))));
  }

  @Test
  void afterAFreeOneOnlyFreeOnesPass() {
    chain
        .maxPrice("1000x")
        .model(priced("free", "0", "0"), failed(FailureKind.AUTH))
        .model(priced("nearly", "0.0001", "0"))
        .model(target("unknown"))
        .model(priced("gift", "0", "0"), answered("hi"));
    assertEquals(
        """
        free failed auth
        nearly skipped budget: it is estimated to cost more than max_price 1000x
        unknown skipped budget: its price is unknown, and max_price is 1000x
        gift answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void nothingCanBeMeasuredByAnUnknownPrice() {
    chain
        .maxPrice("2x")
        .model("a", failed(FailureKind.AUTH))
        .model(priced("dear", "1000", "1000"), failed(FailureKind.AUTH))
        .model("b", answered("hi"));
    assertEquals(
        """
        a failed auth
        dear failed auth
        b answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void aSumHoldsForTheFirstToo() {
    chain
        .maxPrice("$0.000509")
        .model(priced("dear", "1", "1.01"))
        .model(target("unknown"))
        .model(priced("just", "1", "1"), answered("hi"));
    assertEquals(
        """
        dear skipped budget: it is estimated to cost more than max_price $0.000509
        unknown skipped budget: its price is unknown, and max_price is $0.000509
        just answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void underASumUnknownPricesFollowAnUnknownOne() {
    chain
        .maxPrice("$0.01")
        .model("a", failed(FailureKind.AUTH))
        .model(priced("dear", "100", "100"))
        .model("b", answered("hi"));
    assertEquals(
        """
        a failed auth
        dear skipped budget: it is estimated to cost more than max_price $0.01
        b answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void onlyGuardedOnesLeft() {
    chain
        .maxPrice("2x")
        .model(priced("a", "1", "1"), ChainRun.times(3, FailureKind.OVERLOADED))
        .model(priced("dear", "9", "9"));
    var delivery = chain.run();
    assertEquals(
        """
        a failed overloaded
        a failed overloaded after 250 ms for overloaded
        a failed overloaded after 500 ms for overloaded
        dear skipped budget: it is estimated to cost more than max_price 2x
        = budget: only models above the price guard are left""",
        story(delivery));
    assertEquals(
        "raise max_price of the chain, or add a cheaper model",
        delivery.failure().orElseThrow().hint());
  }
}
