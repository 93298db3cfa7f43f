package dev.medley.cli;

import dev.medley.chat.Timeouts;
import dev.medley.config.DataFiles;
import dev.medley.config.Environment;
import dev.medley.config.Limits;
import dev.medley.send.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a command may cost. */
@OptionGroup("Spending")
final class SpendingOptions {
  /**
   * A try and its correction end with their timeouts; so long after that their process has died.
   */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** Without a timeout nothing ends a try that goes on and on. */
  private static final Duration WITHOUT_TIMEOUT = Duration.ofDays(1);

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      description = {
        "ask only while the worst case of all tries together stays within that sum; play money"
            + " of demo/… models counts here, though not towards the configured limits"
      })
  private BigDecimal maxCost;

  @Option(
      names = "--allow-unknown-price",
      description = "under a limit or a price guard, also ask models of unknown price")
  private boolean allowUnknownPrice;

  /** The most that all tries may cost together, in USD. */
  Optional<BigDecimal> maxCost() {
    return Optional.ofNullable(maxCost);
  }

  boolean allowsUnknownPrice() {
    return allowUnknownPrice;
  }

  /** The limits of the configuration and of this command. */
  Budget budget(Services services, Targets targets, Console console) {
    Limits limits = targets.settings().limits();
    return budget(services, limits, targets.connection().timeouts(), console);
  }

  /**
   * @param configured the limits of the configuration
   * @param timeouts that bound a try
   */
  Budget budget(Services services, Limits configured, Timeouts timeouts, Console console) {
    if (maxCost != null && maxCost.signum() < 0) {
      throw CommandFailed.usage("--max-cost is negative", "write a sum in USD, such as 0.05");
    }
    Environment environment = services.environment();
    String file = environment.display(DataFiles.history(environment));
    return new Budget(
        new Budget.Terms(
            configured, Optional.ofNullable(maxCost), allowUnknownPrice, lapse(timeouts)),
        services.ledger(
            reason ->
                console.note(console.errStyle().yellow("warning:") + (" " + file + ": " + reason))),
        services.clock(),
        ZoneId.systemDefault());
  }

  private static Duration lapse(Timeouts timeouts) {
    return timeouts.total().isZero()
        ? WITHOUT_TIMEOUT
        : timeouts.total().plus(timeouts.total()).plus(GRACE);
  }
}
