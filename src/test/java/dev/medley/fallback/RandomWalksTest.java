package dev.medley.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.ScriptedModel;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.config.Triggers;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens, a walk ends, asks nobody too often, and finds the answer if it may. */
class RandomWalksTest {
  private static final FailureKind[] KINDS = FailureKind.values();

  private record Script(String id, List<Outcome> outcomes) {}

  @Test
  void threeThousand() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      boolean held = random.nextBoolean();
      boolean every = random.nextBoolean();
      int retries = random.nextInt(4);
      List<Script> scripts = scripts(random);
      ChainRun chain = every ? new ChainRun().explicitRetries(retries) : new ChainRun();
      if (held) {
        chain.held();
      }
      scripts.forEach(s -> chain.model(s.id(), s.outcomes().toArray(Outcome[]::new)));
      Delivery delivery = chain.run();
      List<String> expected = expected(scripts, held, every ? retries : 2, every);
      assertEquals(expected, delivery.attempts().stream().map(RandomWalksTest::line).toList());
      assertEquals(chain.heard, delivery.attempts().stream().map(ChainRun::line).toList());
      boolean found = expected.get(expected.size() - 1).endsWith("answered");
      assertEquals(found, delivery.outcome().answered(), "seed " + seed);
      for (Script script : scripts) {
        assertTrue(chain.calls(script.id()) <= 1 + (every ? retries : 2), "seed " + seed);
      }
    }
  }

  @Test
  void withADeadlineItIsKept() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<Script> scripts = scripts(random);
      List<Duration> paces =
          scripts.stream().map(s -> Duration.ofMillis(random.nextInt(5000))).toList();
      Duration length = Duration.ofMillis(1 + random.nextInt(15_000));
      VirtualTime endless = new VirtualTime();
      Delivery patient = slow(scripts, paces, endless, Duration.ZERO).run();
      VirtualTime time = new VirtualTime();
      Delivery bounded = slow(scripts, paces, time, length).run();
      assertTrue(time.passed().compareTo(length) <= 0, "seed " + seed);
      if (endless.passed().compareTo(length) < 0) {
        assertEquals(patient, bounded, "seed " + seed);
      } else if (!bounded.outcome().answered() && time.passed().equals(length)) {
        assertEquals(FailureKind.TIMEOUT_TOTAL, bounded.failure().orElseThrow().kind());
      }
    }
  }

  private static ChainRun slow(
      List<Script> scripts, List<Duration> paces, VirtualTime time, Duration length) {
    ChainRun chain = new ChainRun().within(time, length);
    for (int m = 0; m < scripts.size(); m++) {
      ScriptedModel script = new ScriptedModel();
      scripts.get(m).outcomes().forEach(script::then);
      chain.model(Samples.target("m" + m), new SlowModel(script, time, paces.get(m)));
    }
    return chain;
  }

  @Test
  void withAHedgeNoAnswerIsLostAndNobodyIsAskedTooOften() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Script> scripts = new ArrayList<>();
      for (Script script : scripts(random)) {
        scripts.add(new Script(script.id(), script.outcomes().stream().map(this::whole).toList()));
      }
      boolean impatient = random.nextBoolean();
      ChainRun chain = new ChainRun();
      chain.hedged(
          (length, action) -> {
            if (impatient) {
              action.run();
            }
            return () -> {};
          });
      scripts.forEach(s -> chain.model(s.id(), s.outcomes().toArray(Outcome[]::new)));
      Delivery delivery = chain.run();
      List<String> inTurn = expected(scripts, false, 2, false);
      boolean found = inTurn.get(inTurn.size() - 1).endsWith("answered");
      assertTrue(!found || delivery.outcome().answered(), "seed " + seed);
      assertEquals(chain.heard.size(), delivery.attempts().size(), "seed " + seed);
      scripts.forEach(script -> assertTrue(chain.calls(script.id()) <= 3));
      assertTrue(answers(delivery) == (delivery.outcome().answered() ? 1 : 0), "seed " + seed);
    }
  }

  private static long answers(Delivery delivery) {
    return delivery.attempts().stream().filter(attempt -> attempt.outcome().answered()).count();
  }

  /** Where text was shown the race is over, and it is chance who that was. */
  private Outcome whole(Outcome outcome) {
    return outcome.fold(
        a -> a, f -> Samples.failed(f.failure().asIfNothingCame().withMessage("no luck")));
  }

  private static List<Script> scripts(Random random) {
    List<Script> scripts = new ArrayList<>();
    int models = 1 + random.nextInt(5);
    for (int m = 0; m < models; m++) {
      List<Outcome> outcomes = new ArrayList<>();
      for (int call = 0; call < 5; call++) {
        outcomes.add(outcome(random));
      }
      scripts.add(new Script("m" + m, outcomes));
    }
    return scripts;
  }

  private static Outcome outcome(Random random) {
    FailureKind kind = KINDS[random.nextInt(KINDS.length)];
    return switch (random.nextInt(8)) {
      case 0 -> Samples.answered("ok");
      case 1, 2 ->
          kind == FailureKind.TRUNCATED || kind == FailureKind.INTERRUPTED
              ? Samples.cut(FailureKind.NETWORK, "o")
              : Samples.cut(kind, "o");
      default ->
          kind == FailureKind.TRUNCATED
              ? Samples.failed(FailureKind.OVERLOADED)
              : Samples.failed(kind);
    };
  }

  /** The rules once more, as a list of who is asked. */
  private static List<String> expected(
      List<Script> scripts, boolean held, int retries, boolean every) {
    List<String> story = new ArrayList<>();
    for (int m = 0; m < scripts.size(); m++) {
      boolean last = m == scripts.size() - 1;
      int tries = 1 + (last || every ? retries : 0);
      Outcome outcome = null;
      for (int call = 0; call < tries; call++) {
        outcome = scripts.get(m).outcomes().get(call);
        story.add(scripts.get(m).id() + " " + word(outcome));
        if (outcome.answered() || !again(outcome, held)) {
          break;
        }
      }
      if (outcome.answered() || !movesOn(outcome, held)) {
        break;
      }
    }
    return story;
  }

  private static boolean again(Outcome outcome, boolean held) {
    return outcome.fold(
        a -> false,
        f -> (held || f.failure().cause().isEmpty()) && f.failure().asIfNothingCame().retryable());
  }

  /** Beside the triggers: whom a limit has stopped makes room for one who may be cheaper. */
  private static boolean movesOn(Outcome outcome, boolean held) {
    return outcome.fold(
        a -> false,
        f ->
            (held || f.failure().cause().isEmpty())
                && (Triggers.DEFAULT.match(f.failure())
                    || f.failure().kind() == FailureKind.BUDGET));
  }

  private static String word(Outcome outcome) {
    return outcome.fold(a -> "answered", f -> f.failure().kind().wireName());
  }

  private static String line(Attempt attempt) {
    return attempt.target().name() + " " + word(attempt.outcome());
  }
}
