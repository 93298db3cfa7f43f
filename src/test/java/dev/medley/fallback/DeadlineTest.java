package dev.medley.fallback;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.busy;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.target;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.ScriptedModel;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten seconds, and not one more. */
class DeadlineTest {
  private final VirtualTime time = new VirtualTime();
  private final ChainRun chain = new ChainRun().within(time, Duration.ofSeconds(10));

  private void slow(String id, long seconds, Outcome... script) {
    ScriptedModel model = new ScriptedModel();
    for (Outcome outcome : script) {
      model.then(outcome);
    }
    chain.model(target(id), new SlowModel(model, time, Duration.ofSeconds(seconds)));
  }

  private void ends(long afterSeconds, String story) {
    assertEquals(story, story(chain.run()));
    assertEquals(Duration.ofSeconds(afterSeconds), time.passed());
  }

  @Test
  void whoIsAtWorkIsCut() {
    slow("a", 7, failed(FailureKind.OVERLOADED));
    slow("b", 7, answered("hi"));
    ends(
        10,
        """
        a failed overloaded
        b failed timeout_total
        = timeout_total: the deadline of 10.0 s has passed""");
  }

  @Test
  void nobodyIsAskedAfterIt() {
    slow("a", 10, failed(FailureKind.OVERLOADED));
    slow("b", 1, answered("hi"));
    ends(
        10,
        """
        a failed timeout_total
        = timeout_total: the deadline of 10.0 s has passed""");
  }

  @Test
  void aWaitThatEndsAfterItIsNotBegun() {
    slow("a", 4, busy(Duration.ofSeconds(6)), answered("hi"));
    ends(
        4,
        """
        a failed rate_limit
        = rate_limit: slow down""");
  }

  @Test
  void aWaitThatEndsBeforeItIs() {
    slow("a", 2, busy(Duration.ofSeconds(5)), answered("hi"));
    ends(
        9,
        """
        a failed rate_limit
        a answered after 5000 ms for rate_limit
        = answered""");
  }

  @Test
  void inTimeIsInTime() {
    slow("a", 9, answered("hi"));
    ends(
        9,
        """
        a answered
        = answered""");
  }
}
