package dev.medley.compare.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.NoSleep;
import dev.medley.Samples;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.compare.Results;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.matrix.AnswerGroups;
import dev.medley.render.JudgeTable;
import dev.medley.render.Style;
import dev.medley.send.RetryPolicy;
import dev.medley.send.Sender;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JudgePanelTest {
  private static final List<ModelRef> MODELS =
      List.of(Results.model("a"), Results.model("b"), Results.model("c"));
  private final Cancellation cancellation = new Cancellation();

  /** A judge that answers by the prompt alone, from as many threads as may be. */
  private record Answering(Function<String, Outcome> says) implements ChatModel {
    @Override
    public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
      return says.apply(prompt.userText());
    }

    @Override
    public RequestPreview preview(Prompt prompt) {
      throw new UnsupportedOperationException();
    }
  }

  private static Outcome says(String verdict) {
    return Samples.answered("{\"reason\": \"so\", \"verdict\": \"" + verdict + "\"}");
  }

  private JudgePanel panel(Function<String, Outcome> judge) {
    return new JudgePanel(
        new Judge(
            Samples.priced("judge", "1", "2"),
            new Judge.Line(
                bound ->
                    new Sender(
                        bound.apply(target -> new Answering(judge)), new NoSleep(), () -> 0.5),
                new RetryPolicy(0, Duration.ZERO, true),
                new Dispatcher(Clock.SYSTEM, 3, Map.of()).entrance("lab")),
            () -> new SplittableRandom(1),
            (asked, said) -> {}),
        "the better one",
        3,
        cancellation);
  }

  /** Prefers the answer that stands earlier in the alphabet, whatever its place. */
  private static Outcome byAlphabet(String prompt) {
    String first = prompt.split(" answer 1>>\n")[1];
    String second = prompt.split(" answer 2>>\n")[1];
    return says(first.compareTo(second) < 0 ? "1" : "2");
  }

  private static void fill(JudgePanel panel, int prompts) throws Exception {
    AnswerGroups groups = new AnswerGroups(MODELS, panel);
    for (int i = 0; i < prompts; i++) {
      groups.add(Results.of("case" + i).answers("a", "alpha", 1));
      groups.add(Results.of("case" + i).answers("c", "gamma", 1));
      groups.add(Results.of("case" + i).answers("b", "beta", 1));
    }
    groups.close();
  }

  @Test
  void everyPairOfEveryPromptInBothOrders() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (JudgePanel panel =
        panel(
            prompt -> {
              asked.incrementAndGet();
              return byAlphabet(prompt);
            })) {
      fill(panel, 40);
      Judged judged = panel.judged(3);
      assertEquals(40 * 3 * 2, asked.get());
      assertEquals(120, judged.pairs());
      assertEquals(0, judged.flipped() + judged.failed());
      assertEquals(120, judged.verdicts().size());
      assertEquals(240, judged.fee().requests());
      assertEquals(
          0,
          new BigDecimal("0.000442")
              .multiply(BigDecimal.valueOf(240))
              .compareTo(judged.fee().cost().orElseThrow().usd().orElseThrow()));
      List<Score> scores = judged.tournament().scores(new SplittableRandom(1));
      assertEquals(80, scores.get(0).wins());
      assertEquals(40, scores.get(1).wins());
      assertEquals(80, scores.get(2).losses());
      assertEquals(Optional.empty(), scores.get(0).interval(), "every prompt said the same");
    }
  }

  @Test
  void whetherThereIsSomethingToWaitFor() throws Exception {
    CountDownLatch thought = new CountDownLatch(1);
    try (JudgePanel panel =
        panel(
            prompt -> {
              await(thought);
              return says("1");
            })) {
      assertTrue(panel.done(), "nothing was asked yet");
      fill(panel, 1);
      assertFalse(panel.done());
      thought.countDown();
      panel.judged(3);
      assertTrue(panel.done());
    }
  }

  private static void await(CountDownLatch thought) {
    try {
      assertTrue(thought.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void oneWhoLikesWhatStandsFirstDecidesNothing() throws Exception {
    try (JudgePanel panel = panel(prompt -> says("1"))) {
      fill(panel, 6);
      Judged judged = panel.judged(3);
      assertEquals(18, judged.flipped());
      assertEquals(
          """
          judged  score  95 % interval  wins  ties  losses
          lab/a    1000              –     0    12       0
          lab/b    1000              –     0    12       0
          lab/c    1000              –     0    12       0
          18 of 18 verdicts flipped with the order: ties""",
          shown(judged));
    }
  }

  @Test
  void aSinglePromptIsToldInWords() throws Exception {
    try (JudgePanel panel = panel(JudgePanelTest::byAlphabet)) {
      fill(panel, 1);
      assertEquals(
          """
          judged  score  95 % interval  wins  ties  losses
          lab/a    1225              –     2     0       0
          lab/b    1000              –     1     0       1
          lab/c     775              –     0     0       2
          lab/a over lab/b: so
          lab/a over lab/c: so
          lab/b over lab/c: so
          no claim about quality: fewer than 5 judged prompts""",
          shown(panel.judged(3)));
    }
  }

  /** A score without a verdict would look like that of an average model. */
  @Test
  void whoNeverAnsweredIsNotScored() throws Exception {
    try (JudgePanel panel = panel(JudgePanelTest::byAlphabet)) {
      AnswerGroups groups = new AnswerGroups(MODELS, panel);
      groups.add(Results.of("case").fails("a", FailureKind.NETWORK));
      groups.add(Results.of("case").answers("b", "beta", 1));
      groups.add(Results.of("case").answers("c", "alpha", 1));
      groups.close();
      assertEquals(
          """
          judged  score  95 % interval  wins  ties  losses
          lab/c    1131              –     1     0       0
          lab/b     869              –     0     0       1
          lab/a       –              –     0     0       0
          lab/c over lab/b: so
          no claim about quality: fewer than 5 judged prompts""",
          shown(panel.judged(3)));
    }
  }

  @Test
  void aJudgeThatFailsIsNoTie() throws Exception {
    try (JudgePanel panel = panel(prompt -> Samples.failed(FailureKind.BUDGET))) {
      fill(panel, 2);
      Judged judged = panel.judged(3);
      assertEquals(0, judged.tournament().prompts());
      assertEquals("6 of 6 pairs were not judged: budget, no luck", shown(judged));
    }
  }

  @Test
  void nothingIsBegunAfterAnInterrupt() throws Exception {
    try (JudgePanel panel = panel(prompt -> says("1"))) {
      cancellation.cancel();
      fill(panel, 2);
      assertEquals(0, panel.judged(3).pairs());
    }
  }

  private static String shown(Judged judged) {
    return String.join(
        "\n", JudgeTable.lines(judged, MODELS, new SplittableRandom(1), Style.PLAIN, 80));
  }
}
