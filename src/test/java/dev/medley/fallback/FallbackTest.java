package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.busy;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.target;
import static dev.medley.fallback.ChainRun.story;
import static dev.medley.fallback.ChainRun.times;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FallbackTest {
  private final ChainRun chain = new ChainRun();

  @Test
  void theFirstThatAnswersEndsIt() {
    chain.model("a", failed(FailureKind.AUTH)).model("b", answered("hi")).model("c");
    assertEquals(
        """
        a failed auth
        b answered
        = answered""",
        story(chain.run()));
    assertEquals(List.of("a failed auth", "b answered"), chain.heard);
  }

  @Test
  void retriesBelongToTheLastOneStanding() {
    chain
        .model("a", failed(FailureKind.OVERLOADED))
        .model("b", failed(FailureKind.NETWORK), failed(FailureKind.NETWORK), answered("hi"));
    assertEquals(
        """
        a failed overloaded
        b failed network
        b failed network after 250 ms for network
        b answered after 500 ms for network
        = answered""",
        story(chain.run()));
  }

  @Test
  void theLastOneStandingIsTheLastThatCanTakeThePrompt() {
    chain
        .model("a", failed(FailureKind.OVERLOADED), answered("hi"))
        .model(Samples.windowed("tiny", 3))
        .model(Samples.locked("locked"));
    assertEquals(
        """
        a failed overloaded
        a answered after 250 ms for overloaded
        = answered""",
        story(chain.run()));
  }

  @Test
  void explicitRetriesAreForAllAndOnlyShortWaitsAreHonouredWhileOthersRemain() {
    chain
        .explicitRetries(1)
        .model("a", busy(Duration.ofSeconds(10)), failed(FailureKind.NETWORK))
        .model("b", busy(Duration.ofSeconds(11)))
        .model("c", busy(Duration.ofSeconds(60)), failed(FailureKind.NETWORK));
    assertEquals(
        """
        a failed rate_limit
        a failed network after 10000 ms for rate_limit
        b failed rate_limit
        c failed rate_limit
        c failed network after 60000 ms for rate_limit
        = all_failed: none of the 3 models answered""",
        story(chain.run()));
  }

  @Test
  void noRetriesAtAllIfSoAsked() {
    chain.explicitRetries(0).model("a", failed(FailureKind.NETWORK));
    assertEquals(
        """
        a failed network
        = network: no luck""",
        story(chain.run()));
  }

  @Test
  void whatHasBeenShownIsNotBegunAgainByAnother() {
    chain.model("a", cut(FailureKind.NETWORK, "Ray")).model("b");
    assertEquals(
        """
        a truncated truncated
        = truncated: no luck""",
        story(chain.run()));
  }

  @Test
  void whatIsHeldBackMovesOn() {
    chain.held().model("a", cut(FailureKind.NETWORK, "Ray")).model("b", answered("hi"));
    assertEquals(
        """
        a truncated truncated
        b answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void aClassThatIsNoTriggerStopsWithItsOwn() {
    chain
        .on("rate_limit", "5xx")
        .model("a", failed(Failure.of(FailureKind.SERVER_ERROR, "oops").withStatus(502)))
        .model("b", failed(FailureKind.AUTH))
        .model("c");
    assertEquals(
        """
        a failed server_error
        b failed auth
        = auth: no luck""",
        story(chain.run()));
  }

  @Test
  void aKeyThatCannotBeHadLeadsOnLikeOneThatIsMissing() {
    chain.model("a", failed(FailureKind.CONFIG)).model("b", answered("hi"));
    assertEquals(
        """
        a failed config
        b answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void anInterruptStopsIt() {
    chain.model("a").model("b");
    chain.scriptOf(target("a")).then(chain.cancellation::cancel, failed(FailureKind.NETWORK));
    assertEquals(
        """
        a failed network
        = interrupted: interrupted before another try""",
        story(chain.run()));
    assertEquals(0, chain.calls("b"));
  }

  @Test
  void aChainOfOneKeepsItsClassAndIsNotJudgedBeforehand() {
    chain.maxPrice("$0.00").model(Samples.locked("a"), times(3, FailureKind.OVERLOADED));
    assertEquals(
        """
        a failed overloaded
        a failed overloaded after 250 ms for overloaded
        a failed overloaded after 500 ms for overloaded
        = overloaded: no luck""",
        story(chain.run()));
  }

  @Test
  void nobodyIsAskedTwiceUnderWhateverName() {
    chain
        .model("a", failed(FailureKind.AUTH))
        .model("a")
        .model(Samples.alias("nickname", target("a")))
        .model("b", failed(FailureKind.AUTH));
    assertEquals(
        """
        a failed auth
        b failed auth
        = all_failed: none of the 2 models answered""",
        story(chain.run()));
  }

  @Test
  void oneModelNamedTwiceIsAChainOfOne() {
    chain.model("a", failed(FailureKind.AUTH)).model(Samples.alias("nickname", target("a")));
    assertEquals(
        """
        a failed auth
        = auth: no luck""",
        story(chain.run()));
  }

  @Test
  void whoCannotTakeThePromptIsSkippedInItsTurn() {
    chain
        .model("a", failed(FailureKind.AUTH))
        .model(Samples.windowed("tiny", 8))
        .model(Samples.locked("locked"))
        .model("b", answered("hi"));
    assertEquals(
        """
        a failed auth
        tiny skipped context: about 9 tokens do not fit its window of 8
        locked skipped config: LAB_API_KEY is not set
        b answered
        = answered""",
        story(chain.run()));
    assertEquals(4, chain.heard.size());
  }

  @Test
  void whoIsNotReachedIsNotMentioned() {
    chain.model("a", answered("hi")).model(Samples.locked("locked"));
    assertEquals(
        """
        a answered
        = answered""",
        story(chain.run()));
  }

  @Test
  void theMostOutputThatWasAskedForMustFitTheWindow() {
    chain.model(Samples.windowed("a", 108)).model(Samples.windowed("b", 109), answered("hi"));
    Prompt prompt = Prompt.of("Why is the sky blue?");
    assertEquals(
        """
        a skipped context: about 109 tokens do not fit its window of 108
        b answered
        = answered""",
        story(chain.run(prompt.withParameters(prompt.parameters().with("max_tokens", 100)))));
  }

  @Test
  void allSkippedIsAllFailed() {
    chain.model(Samples.locked("a")).model(Samples.windowed("b", 1));
    assertEquals(
        """
        a skipped config: LAB_API_KEY is not set
        b skipped context: about 9 tokens do not fit its window of 1
        = all_failed: none of the 2 models answered""",
        story(chain.run()));
  }

  @Test
  void nothingIsLostOfWhatTheLastOneSaid() {
    chain
        .held()
        .model("a", failed(FailureKind.AUTH))
        .model("b", times(2, FailureKind.NETWORK))
        .model("b", cut(FailureKind.NETWORK, "Ray"));
    assertEquals("Ray", chain.run().outcome().reply().text());
  }

  @Test
  void theHintPointsToTheCandidates() {
    chain.model("a", failed(FailureKind.AUTH)).model("b", failed(FailureKind.AUTH));
    assertEquals(
        "mend what the lines below say, or add another model to the chain",
        chain.run().failure().stream().map(Failure::hint).collect(Collectors.joining()));
  }
}
