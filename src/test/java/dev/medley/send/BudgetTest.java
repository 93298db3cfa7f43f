package dev.medley.send;

import static dev.medley.Samples.answered;
import static dev.medley.Samples.failed;
import static dev.medley.Samples.priced;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.NoSleep;
import dev.medley.Samples;
import dev.medley.ScriptedModel;
import dev.medley.SteppingClock;
import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import dev.medley.catalog.Rates;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Dialect;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.config.Limits;
import dev.medley.config.Target;
import dev.medley.history.Ledger;
import dev.medley.history.Store;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
  /** 10 tokens by the rule of thumb, so 20 at the worst. */
  private static final Prompt PROMPT = Prompt.of("a question of 24 letters");

  private static final Target TARGET = bounded(priced("one", "10", "100"), 1000);

  @TempDir Path folder;
  private final SteppingClock clock = new SteppingClock();
  private final ScriptedModel model = new ScriptedModel();
  private Store store;

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{}, 0.1002",
    "{max_tokens=10}, 0.0012",
    "{max_completion_tokens=10}, 0.0012",
    "{max_tokens=5000}, 0.5002",
    "{max_tokens=10;n=3}, 0.0032",
    "{n=2}, 0.2002",
  })
  void theWorstCaseIsWhatTheRequestAllows(String fields, BigDecimal usd) {
    assertEquals(0, usd.compareTo(WorstCase.of(TARGET, asking(fields)).usd().orElseThrow()));
  }

  @Test
  void aLimitThatIsNotSentBoundsNothing() {
    Dialect deaf = new Dialect(Set.of("max_tokens"), Optional.empty());
    Target target = new Target(TARGET.name(), TARGET.ref(), TARGET.provider(), TARGET.info(), deaf);
    assertEquals(
        OptionalLong.of(1000), WorstCase.of(target, asking("{max_tokens=1}")).outputTokens());
  }

  @Test
  void withoutALargestOutputTheWindowIsTheEnd() {
    ModelInfo info = TARGET.info();
    ModelInfo windowed =
        new ModelInfo(
            info.provider(),
            info.id(),
            OptionalLong.of(7),
            OptionalLong.empty(),
            info.price(),
            Set.of());
    assertEquals(OptionalLong.of(7), WorstCase.of(with(windowed), PROMPT).outputTokens());
  }

  @Test
  void aRequestWithinItsLimitIsSent() {
    model.then(answered("Hi"));
    assertEquals("answered", send(limits("0.1002", null, null), TARGET, PROMPT));
  }

  @Test
  void oneBeyondItIsNotAndSaysHowToGoOn() {
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and limits.per_request is $0.05"
            + " → --max-tokens 490 would fit; else name a cheaper model, or raise limits.per_request",
        send(limits("0.05", null, null), TARGET, PROMPT));
    assertEquals(0, model.calls());
  }

  @Test
  void whereNotEvenTheQuestionFitsNoShorterAnswerIsProposed() {
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and limits.per_request is"
            + " $0.0001 → name a cheaper model, or raise limits.per_request",
        send(limits("0.0001", null, null), TARGET, PROMPT));
  }

  @Test
  void aDayIsSharedAndBeginsAtMidnightWhereTheUserIs() {
    Budget.Terms terms = limits(null, "0.11", null);
    ZoneId zone = ZoneOffset.ofHours(11);
    model.then(answered("Hi")).then(answered("Hi"));
    assertEquals("answered", send(terms, zone, PROMPT), "23:00");
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and $0.0886 is left of"
            + " limits.per_day $0.11 → --max-tokens 880 would fit; else name a cheaper model, or"
            + " raise limits.per_day",
        send(terms, zone, PROMPT));
    clock.advance(Duration.ofHours(1));
    assertEquals("answered", send(terms, zone, PROMPT), "midnight");
  }

  @Test
  void aMonthIsLonger() {
    Budget.Terms terms = limits(null, "1", "0.11");
    model.then(answered("Hi"));
    assertEquals("answered", send(terms, TARGET, PROMPT));
    clock.advance(Duration.ofDays(7));
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and $0.0886 is left of"
            + " limits.per_month $0.11 → --max-tokens 880 would fit; else name a cheaper model, or"
            + " raise limits.per_month",
        send(terms, TARGET, PROMPT));
    clock.advance(Duration.ofDays(1));
    model.then(answered("Hi"));
    assertEquals("answered", send(terms, TARGET, PROMPT), "December");
  }

  @Test
  void whatNobodyBillsIsGivenBack() {
    Budget.Terms terms = limits(null, "0.11", null);
    model.then(failed(FailureKind.OVERLOADED)).then(answered("Hi"));
    assertEquals("failed", send(terms, TARGET, PROMPT));
    assertEquals("answered", send(terms, TARGET, PROMPT));
  }

  @Test
  void aListenerThatGoesAwayLeavesNoReservation() {
    Budget.Terms terms = limits(null, "0.11", null);
    Budget budget = budget(terms, ZoneOffset.UTC);
    model.then(answered("Hi"), "Hi");
    SendListener gone =
        new SendListener() {
          @Override
          public void onText(String piece) {
            throw new IllegalStateException("pipe");
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> budget.over(t -> model).open(TARGET).send(PROMPT, gone, new Cancellation()));
    model.then(answered("Hi"));
    assertEquals("answered", send(terms, TARGET, PROMPT));
  }

  @Test
  void triesOfOneCommandShareItsMaximum() {
    Budget budget = budget(maxCost("0.12"), ZoneOffset.UTC);
    model.then(answered("Hi"));
    assertEquals("answered", send(budget, TARGET, PROMPT));
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and $0.0986 is left of"
            + " --max-cost $0.12 → --max-tokens 980 would fit; else name a cheaper model, or raise"
            + " --max-cost",
        send(budget, TARGET, PROMPT));
    model.then(answered("Hi"));
    assertEquals("answered", send(budget, TARGET, asking("{max_tokens=900}")));
  }

  @Test
  void anUnknownPriceIsRefusedUnlessItIsAllowed() {
    Target unknown = Samples.target("odd");
    assertEquals(
        "skipped: its price is unknown, and a limit holds → give it a price in your configuration"
            + " ({input: 0, output: 0} if it is free), or --allow-unknown-price",
        send(maxCost("5"), unknown, PROMPT));
    model.then(answered("Hi"));
    Budget.Terms allowing =
        new Budget.Terms(none(), Optional.of(BigDecimal.ONE), true, Duration.ofMinutes(1));
    assertEquals("answered", send(allowing, unknown, PROMPT));
  }

  @Test
  void aPriceFromAProjectFileIsNoGroundToSpendOn() {
    Price free = new Price(Rates.free(), List.of(), Optional.empty(), Price.Source.PROJECT);
    assertEquals(
        "skipped: only the project file says what it costs, which may come from anyone, and a limit"
            + " holds → give it a price in your configuration ({input: 0, output: 0} if it is"
            + " free), or --allow-unknown-price",
        send(maxCost("5"), with(TARGET.info().withPrice(Optional.of(free))), PROMPT));
  }

  @Test
  void anAnswerWithoutEndIsRefused() {
    assertEquals(
        "skipped: nothing says how long its answer may be, and a limit holds → give --max-tokens,"
            + " or max_output to the model in the configuration",
        send(maxCost("5"), priced("one", "10", "100"), PROMPT));
    model.then(answered("Hi"));
    assertEquals("answered", send(maxCost("5"), priced("one", "0", "0"), PROMPT), "free");
  }

  @Test
  void playMoneyCountsOnlyForTheCommand() {
    Target demo =
        new Target(
            "sage",
            new ModelRef("demo", "sage"),
            TARGET.provider(),
            TARGET.info(),
            TARGET.dialect());
    model.then(answered("Hi"));
    assertEquals("answered", send(limits("0", "0", "0"), demo, PROMPT));
    assertEquals(
        "skipped: it may cost up to $0.101 (at most 1,000 tokens out), and --max-cost is $0.01"
            + " → --max-tokens 98 would fit; else name a cheaper model, or raise --max-cost",
        send(maxCost("0.01"), demo, PROMPT));
  }

  private String send(Budget.Terms terms, Target target, Prompt prompt) {
    return send(budget(terms, ZoneOffset.UTC), target, prompt);
  }

  private String send(Budget.Terms terms, ZoneId zone, Prompt prompt) {
    return send(budget(terms, zone), TARGET, prompt);
  }

  private String send(Budget budget, Target target, Prompt prompt) {
    Delivery delivery =
        new Sender(budget.over(t -> model), new NoSleep(), () -> 0)
            .send(
                target,
                prompt,
                new RetryPolicy(0, Duration.ZERO, false),
                SendListener.SILENT,
                new Cancellation());
    Attempt attempt = delivery.attempts().get(0);
    return attempt.skipped()
        ? "skipped: "
            + attempt.failure().orElseThrow().message()
            + " → "
            + attempt.failure().orElseThrow().hint()
        : attempt.result().wireName();
  }

  private Budget budget(Budget.Terms terms, ZoneId zone) {
    if (store == null) {
      store =
          new Store(
              folder.resolve("history.db"),
              why -> {
                throw new AssertionError(why);
              });
    }
    return new Budget(terms, new Ledger(store), clock, zone);
  }

  private static Budget.Terms limits(String request, String day, String month) {
    Limits limits = new Limits(usd(request), usd(day), usd(month), Optional.empty());
    return new Budget.Terms(limits, Optional.empty(), false, Duration.ofMinutes(11));
  }

  private static Budget.Terms maxCost(String usd) {
    return new Budget.Terms(none(), usd(usd), false, Duration.ofMinutes(11));
  }

  private static Limits none() {
    return new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<BigDecimal> usd(String amount) {
    return Optional.ofNullable(amount).map(BigDecimal::new);
  }

  private static Prompt asking(String fields) {
    Parameters parameters = Parameters.NONE;
    for (String field : fields.replaceAll("[{}]", "").split(";")) {
      if (!field.isEmpty()) {
        parameters = parameters.with(field.split("=")[0], Long.valueOf(field.split("=")[1]));
      }
    }
    return PROMPT.withParameters(parameters);
  }

  private static Target bounded(Target target, long maxOutput) {
    ModelInfo info = target.info();
    ModelInfo bounded =
        new ModelInfo(
            info.provider(),
            info.id(),
            OptionalLong.empty(),
            OptionalLong.of(maxOutput),
            info.price(),
            Set.of());
    return new Target(target.name(), target.ref(), target.provider(), bounded, target.dialect());
  }

  private static Target with(ModelInfo info) {
    return new Target(TARGET.name(), TARGET.ref(), TARGET.provider(), info, TARGET.dialect());
  }
}
