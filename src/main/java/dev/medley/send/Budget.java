package dev.medley.send;

import dev.medley.catalog.Catalog;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.Prompt;
import dev.medley.config.Limits;
import dev.medley.config.Target;
import dev.medley.history.Ledger;
import dev.medley.history.Ledger.Cap;
import dev.medley.history.Ledger.Decision;
import dev.medley.history.Ledger.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a command may still spend. The worst case of every try is set aside before it is sent, and
 * settled afterwards: of {@code --max-cost} here, of the limits for days and months in the ledger
 * that all processes share. May be used by several threads.
 *
 * <p>Simulated models cost play money. It counts towards {@code --max-cost}, so that one can see
 * what that does, and towards nothing else.
 */
public final class Budget {
  private final Terms terms;
  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;
  private BigDecimal committed = BigDecimal.ZERO;

  /**
   * What holds for a command.
   *
   * @param maxCost the most that all of its tries may cost together
   * @param allowUnknownPrice whether models pass whose price or longest answer is not known
   * @param lapse when a try is over at the very latest: what a crashed process had set aside is
   *     free again after that
   */
  public record Terms(
      Limits limits, Optional<BigDecimal> maxCost, boolean allowUnknownPrice, Duration lapse) {
    /** Whether there is anything to look after. */
    public boolean bound() {
      return maxCost.isPresent()
          || limits.perRequest().isPresent()
          || limits.perDay().isPresent()
          || limits.perMonth().isPresent();
    }
  }

  /**
   * What was set aside for a try.
   *
   * @param number in the ledger; empty: no limit over a time holds for it
   */
  record Permit(BigDecimal usd, OptionalLong number) {}

  /**
   * @param ledger used only for limits over a time
   * @param zone where days begin at midnight
   */
  public Budget(Terms terms, Ledger ledger, Clock clock, ZoneId zone) {
    this.terms = terms;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  /** Those models, asked only as far as the money goes. */
  public Models over(Models models) {
    return terms.bound() ? new LimitedModels(models, this, clock) : models;
  }

  /**
   * Sets the worst case aside.
   *
   * @throws Refusal when it does not fit
   */
  Permit reserve(Target target, Prompt prompt) throws Refusal {
    boolean simulated = Catalog.simulated(target.ref().provider());
    if (simulated && terms.maxCost().isEmpty()) {
      return new Permit(BigDecimal.ZERO, OptionalLong.empty());
    }
    WorstCase worst = WorstCase.of(target, prompt);
    if (worst.usd().isEmpty() && !terms.allowUnknownPrice()) {
      throw new Refusal(Refusals.unbounded(target, worst));
    }
    BigDecimal usd = worst.usd().orElse(BigDecimal.ZERO);
    if (!simulated) {
      within("limits.per_request", terms.limits().perRequest(), usd, worst);
    }
    commit(usd, worst);
    try {
      return new Permit(usd, simulated ? OptionalLong.empty() : number(target, usd, worst));
    } catch (Refusal refused) {
      release(usd);
      throw refused;
    }
  }

  private static void within(
      String name, Optional<BigDecimal> left, BigDecimal usd, WorstCase worst) throws Refusal {
    if (left.isPresent() && usd.compareTo(left.get()) > 0) {
      throw new Refusal(Refusals.tooDear(name, left.get(), left.get(), worst));
    }
  }

  private synchronized void commit(BigDecimal usd, WorstCase worst) throws Refusal {
    if (terms.maxCost().isPresent()) {
      BigDecimal most = terms.maxCost().get();
      BigDecimal left = most.subtract(committed);
      if (usd.compareTo(left) > 0) {
        throw new Refusal(Refusals.tooDear("--max-cost", most, left, worst));
      }
    }
    committed = committed.add(usd);
  }

  private synchronized void release(BigDecimal usd) {
    committed = committed.subtract(usd);
  }

  private OptionalLong number(Target target, BigDecimal usd, WorstCase worst) throws Refusal {
    Instant now = clock.now();
    List<Cap> caps = caps(now);
    if (caps.isEmpty()) {
      return OptionalLong.empty();
    }
    Wish wish = new Wish(target.ref().toString(), usd, now, now.plus(terms.lapse()));
    Decision decision =
        ledger.reserve(wish, caps).orElseThrow(() -> new Refusal(Refusals.noLedger()));
    if (decision instanceof Decision.Refused refused) {
      Cap cap = refused.cap();
      throw new Refusal(
          Refusals.tooDear("limits." + cap.name(), cap.most(), refused.left(), worst));
    }
    return OptionalLong.of(((Decision.Granted) decision).number());
  }

  private List<Cap> caps(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Cap> caps = new ArrayList<>();
    terms.limits().perDay().ifPresent(most -> caps.add(new Cap("per_day", most, start(today))));
    terms
        .limits()
        .perMonth()
        .ifPresent(most -> caps.add(new Cap("per_month", most, start(today.withDayOfMonth(1)))));
    return caps;
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** What the try has cost in the end. */
  void settle(Permit permit, BigDecimal usd, Instant startedAt) {
    release(permit.usd().subtract(usd));
    if (permit.number().isPresent()) {
      ledger.settle(permit.number().getAsLong(), usd, startedAt);
    }
  }

  /** A try that does not fit, with the reason as it is told. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    Refusal(Failure failure) {
      super(failure.message(), null, false, false);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }
}
