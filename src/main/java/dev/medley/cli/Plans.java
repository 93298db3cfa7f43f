package dev.medley.cli;

import dev.medley.config.Chain;
import dev.medley.config.PriceCap;
import dev.medley.config.Target;
import dev.medley.config.Triggers;
import dev.medley.fallback.Fallback;
import dev.medley.send.RetryPolicy;
import java.util.List;
import java.util.Optional;

/** From names and chains of the configuration to a plan that can be walked. */
final class Plans {
  private final Targets targets;
  private final ConnectionOptions connection;
  private final ChainOptions options;
  private final RetryPolicy retries;

  /**
   * The deadline runs from here.
   *
   * @param held whether text is kept back until it is complete
   */
  Plans(
      Services services,
      Targets targets,
      ConnectionOptions connection,
      ChainOptions options,
      boolean held) {
    this.targets = targets;
    this.connection = connection;
    this.options = options;
    this.retries = options.within(options.deadline(services), connection.retries(held));
  }

  /**
   * @param on triggers from the command line; empty: the usual ones
   */
  Fallback.Plan of(List<Target> candidates, List<String> on) {
    Optional<PriceCap> cap = targets.settings().limits().maxPrice();
    return plan(new Fallback.Candidates(candidates, List.of(), List.of()), on, cap);
  }

  Fallback.Plan of(Chain chain, List<String> on) {
    return plan(
        new Fallback.Candidates(
            targets.named(chain.models()),
            targets.named(chain.onContext()),
            targets.named(chain.onPolicy())),
        on.isEmpty() ? chain.fallbackOn() : on,
        chain.maxPrice().or(targets.settings().limits()::maxPrice));
  }

  private Fallback.Plan plan(
      Fallback.Candidates candidates, List<String> on, Optional<PriceCap> cap) {
    return new Fallback.Plan(
        candidates,
        triggers(on),
        options.priceLimit(cap),
        retries,
        connection.maxRetries().isPresent(),
        options.hedgeAfter());
  }

  private static Triggers triggers(List<String> words) {
    try {
      return words.isEmpty() ? Triggers.DEFAULT : Triggers.of(words);
    } catch (IllegalArgumentException unknown) {
      throw CommandFailed.usage(unknown.getMessage(), "statuses such as 429 or 5xx work, too");
    }
  }
}
