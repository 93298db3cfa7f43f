package dev.medley.fallback;

import dev.medley.NoSleep;
import dev.medley.Samples;
import dev.medley.ScriptedModel;
import dev.medley.SteppingClock;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import dev.medley.config.Triggers;
import dev.medley.send.Alarm;
import dev.medley.send.Attempt;
import dev.medley.send.Deadline;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import dev.medley.send.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chain of scripted models, walked once. */
final class ChainRun {
  final Cancellation cancellation = new Cancellation();
  final NoSleep sleep = new NoSleep();
  final List<String> heard = new ArrayList<>();
  final StringBuffer said = new StringBuffer();

  private final List<Target> models = new ArrayList<>();
  private final List<Target> onContext = new ArrayList<>();
  private final List<Target> onPolicy = new ArrayList<>();
  private final Map<String, ScriptedModel> scripts = new HashMap<>();
  private final Map<String, ChatModel> special = new HashMap<>();
  private Sleeper sleeper = sleep;
  private Triggers triggers = Triggers.DEFAULT;
  private Optional<Fallback.PriceLimit> maxPrice = Optional.empty();
  private Optional<Duration> hedgeAfter = Optional.empty();
  private Alarm alarm = (length, action) -> () -> {};
  private Clock clock = new SteppingClock();
  private RetryPolicy retries = new RetryPolicy(2, RetryPolicy.LONGEST_WAIT, false);
  private boolean everyCandidateRetries;
  private Cooldown cooldown = Cooldown.NONE;
  private Runnable atEachPiece = () -> {};

  ChainRun model(String id, Outcome... script) {
    return model(Samples.target(id), script);
  }

  ChainRun model(Target target, Outcome... script) {
    models.add(target);
    return script(target, script);
  }

  ChainRun onContext(Target target, Outcome... script) {
    onContext.add(target);
    return script(target, script);
  }

  ChainRun onPolicy(Target target, Outcome... script) {
    onPolicy.add(target);
    return script(target, script);
  }

  private ChainRun script(Target target, Outcome... script) {
    ScriptedModel model = scriptOf(target);
    for (Outcome outcome : script) {
      model.then(outcome);
    }
    return this;
  }

  /** One that is more than a script. */
  ChainRun model(Target target, ChatModel own) {
    models.add(target);
    special.put(target.ref().id(), own);
    return this;
  }

  /** Silence is timed by this alarm. */
  ChainRun hedged(Alarm bell) {
    hedgeAfter = Optional.of(Duration.ofSeconds(4));
    alarm = bell;
    return this;
  }

  /** In time that a test owns, with an end. */
  ChainRun within(VirtualTime time, Duration length) {
    clock = time;
    sleeper = time;
    Deadline end = Deadline.in(length, time, time);
    retries = new RetryPolicy(retries.retries(), retries.longestServerWait(), retries.held(), end);
    return this;
  }

  /** It waits in this way. */
  ChainRun pausing(Sleeper way) {
    sleeper = way;
    return this;
  }

  /** What happens when a piece of text has come. */
  ChainRun hearing(Runnable action) {
    atEachPiece = action;
    return this;
  }

  private ChatModel open(Target target) {
    ChatModel own = special.get(target.ref().id());
    return own == null ? scriptOf(target) : own;
  }

  ScriptedModel scriptOf(Target target) {
    return scripts.computeIfAbsent(target.ref().id(), id -> new ScriptedModel());
  }

  ChainRun on(String... words) {
    triggers = Triggers.of(List.of(words));
    return this;
  }

  ChainRun maxPrice(String cap) {
    maxPrice = PriceCap.parse(cap).value().map(c -> new Fallback.PriceLimit(c, false));
    return this;
  }

  ChainRun allowUnknownPrice() {
    maxPrice = maxPrice.map(limit -> new Fallback.PriceLimit(limit.cap(), true));
    return this;
  }

  ChainRun held() {
    retries =
        new RetryPolicy(retries.retries(), retries.longestServerWait(), true, retries.deadline());
    return this;
  }

  ChainRun cooldown(Cooldown shared, SteppingClock time) {
    cooldown = shared;
    clock = time;
    return this;
  }

  ChainRun explicitRetries(int number) {
    retries =
        new RetryPolicy(number, retries.longestServerWait(), retries.held(), retries.deadline());
    everyCandidateRetries = true;
    return this;
  }

  int calls(String id) {
    return scripts.get(id).calls();
  }

  Delivery run() {
    return run(Prompt.of("Why is the sky blue?"));
  }

  Delivery run(Prompt prompt) {
    Sender sender = new Sender(this::open, sleeper, () -> 0.5);
    return new Fallback(sender, clock, cooldown, alarm).run(plan(), prompt, ear(), cancellation);
  }

  private Fallback.Plan plan() {
    return new Fallback.Plan(
        new Fallback.Candidates(models, onContext, onPolicy),
        triggers,
        maxPrice,
        retries,
        everyCandidateRetries,
        hedgeAfter);
  }

  private SendListener ear() {
    return new SendListener() {
      @Override
      public void onAttempt(Attempt attempt) {
        heard.add(line(attempt));
      }

      @Override
      public void onText(String piece) {
        said.append(piece);
        atEachPiece.run();
      }

      @Override
      public void onReasoning(String piece) {
        said.append('(').append(piece).append(')');
      }
    };
  }

  /** The attempts, a line each, then how it ended. */
  static String story(Delivery delivery) {
    return delivery.attempts().stream().map(ChainRun::line).collect(Collectors.joining("\n"))
        + "\n= "
        + delivery.failure().map(f -> f.kind().wireName() + ": " + f.message()).orElse("answered");
  }

  static String line(Attempt attempt) {
    String waited = attempt.waited().length().isZero() ? "" : " after " + words(attempt);
    String why =
        attempt
            .failure()
            .map(f -> " " + f.kind().wireName() + (attempt.skipped() ? ": " + f.message() : ""))
            .orElse("");
    return attempt.target().name() + " " + attempt.result().wireName() + why + waited;
  }

  private static String words(Attempt attempt) {
    Duration length = attempt.waited().length();
    return length.toMillis() + " ms for " + attempt.waited().reason();
  }

  static Outcome[] times(int number, FailureKind kind) {
    Outcome[] all = new Outcome[number];
    Arrays.fill(all, Samples.failed(kind));
    return all;
  }
}
