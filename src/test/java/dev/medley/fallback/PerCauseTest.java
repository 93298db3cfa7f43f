package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.target;
import static dev.medley.Samples.windowed;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.FailureKind;
import org.junit.jupiter.api.Test;

/** Chains beside the chain, for prompts that are too long or refused. */
class PerCauseTest {
  private final ChainRun chain = new ChainRun();

  @Test
  void aPromptThatIsTooLongGoesToTheBigOnesInsteadOfTheRest() {
    chain
        .model("a", failed(FailureKind.CONTEXT))
        .model("b")
        .onContext(target("big"), failed(FailureKind.AUTH))
        .onContext(target("bigger"), answered("hi"));
    assertEquals(
        """
        a failed context
        big failed auth
        bigger answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void soDoesOneThatIsSeenToBeTooLong() {
    chain.model(windowed("a", 5)).model("b").onContext(target("big"), answered("hi"));
    assertEquals(
        """
        a skipped context: about 9 tokens do not fit its window of 5
        big answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void theBigOnesFollowEachOther() {
    chain
        .model("a", failed(FailureKind.CONTEXT))
        .onContext(target("big"), failed(FailureKind.CONTEXT))
        .onContext(target("bigger"), answered("hi"));
    assertEquals(
        """
        a failed context
        big failed context
        bigger answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void oneThatWaitsInTheChainIsTakenForwardWhenItIsTheBigOne() {
    chain
        .model("a", failed(FailureKind.CONTEXT))
        .model("b")
        .model("big", answered("hi"))
        .onContext(target("big"));
    assertEquals(
        """
        a failed context
        big answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void ifTheBigOneHasBeenAskedTheRestHasItsTurn() {
    chain
        .model("big", failed(FailureKind.CONTEXT))
        .model("b", answered("hi"))
        .onContext(target("big"));
    assertEquals(
        """
        big failed context
        b answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void refusedGoesToTheOthers() {
    chain
        .model("a", failed(FailureKind.POLICY))
        .model("b")
        .onContext(target("big"))
        .onPolicy(target("other"), answered("hi"));
    assertEquals(
        """
        a failed policy
        other answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void aChainForACauseNeedsNoTrigger() {
    chain
        .on("rate_limit")
        .model("a", failed(FailureKind.CONTEXT))
        .onContext(target("big"), failed(FailureKind.CONTEXT));
    assertEquals(
        """
        a failed context
        big failed context
        = all_failed: none of the 2 models answered""",
        story(chain.run()));
  }

  @Test
  void refusedHalfwayGoesThereOnlyIfNothingWasShown() {
    chain.held().model("a", cut(FailureKind.POLICY, "Ra")).onPolicy(target("b"), answered("hi"));
    assertEquals(
        """
        a truncated truncated
        b answered
        = answered""",
        story(chain.run()));
    ChainRun shown = new ChainRun().model("a", cut(FailureKind.POLICY, "Ra")).onPolicy(target("b"));
    assertEquals(
        """
        a truncated truncated
        = truncated: no luck""",
        story(shown.run()));
  }

  @Test
  void whereTheOthersWereNotCalledForTheOnlyOneFailsWithItsOwnClass() {
    chain.model("a", failed(FailureKind.AUTH)).onContext(target("big"));
    assertEquals(
        """
        a failed auth
        = auth: no luck""",
        story(chain.run()));
  }

  @Test
  void theLastInLineIsNotTheLastWhenTheNextWouldLeadToABigOne() {
    chain
        .model("a", failed(FailureKind.OVERLOADED))
        .model(windowed("tiny", 5))
        .onContext(target("big"), answered("hi"));
    assertEquals(
        """
        a failed overloaded
        tiny skipped context: about 9 tokens do not fit its window of 5
        big answered
        = answered""",
        story(chain.run()));
  }
}
