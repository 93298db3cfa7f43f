package dev.medley.repl;

import dev.medley.catalog.Cost;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Usage;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session has cost so far, model by model. */
public final class Spending {
  private final Map<ModelRef, Account> accounts = new LinkedHashMap<>();

  /**
   * What one model was paid.
   *
   * @param tries those that can have been billed
   */
  public record Account(int tries, Usage usage, Cost cost) {
    private Account plus(Account other) {
      return new Account(tries + other.tries, usage.plus(other.usage), cost.plus(other.cost));
    }
  }

  public synchronized void add(Delivery delivery) {
    for (Attempt attempt : delivery.attempts()) {
      if (attempt.billed()) {
        Account one = new Account(1, attempt.outcome().reply().usage(), attempt.cost());
        accounts.merge(attempt.target().ref(), one, Account::plus);
      }
    }
  }

  /** By model, in the order in which they were first asked. */
  public synchronized Map<ModelRef, Account> accounts() {
    return new LinkedHashMap<>(accounts);
  }

  /** All together; empty before anything was billed. */
  public synchronized Optional<Account> total() {
    return List.copyOf(accounts.values()).stream().reduce(Account::plus);
  }
}
