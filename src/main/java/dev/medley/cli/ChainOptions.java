package dev.medley.cli;

import dev.medley.config.PriceCap;
import dev.medley.fallback.Cooldown;
import dev.medley.fallback.Fallback.PriceLimit;
import dev.medley.send.Deadline;
import dev.medley.send.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far a chain may go: in money, in time, and with text that has been shown. */
@OptionGroup("Chain")
final class ChainOptions {
  /** What becomes of text that was shown before its answer broke off. */
  enum Partial {
    keep,
    restart
  }

  @Option(
      names = "--max-price",
      paramLabel = "2x|$0.01",
      description = "skip models that are estimated to cost more than that")
  private String maxPrice;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description = "for the whole command, such as 20s (default: none)")
  private Duration deadline = Duration.ZERO;

  @Option(
      names = "--partial",
      paramLabel = "WHAT",
      description =
          "when an answer breaks off after its first words: keep them (default), or restart with"
              + " the next model")
  private Partial partial = Partial.keep;

  @Option(
      names = "--hedge-after",
      paramLabel = "TIME",
      description = "start the next model beside one that is silent for so long, such as 4s")
  private Duration hedgeAfter = Duration.ZERO;

  @Mixin private CooldownOption cooldown;
  @Mixin private SpendingOptions spending;

  SpendingOptions spending() {
    return spending;
  }

  /** Whether models that rest are left alone. */
  boolean restsCount() {
    return cooldown.restsCount();
  }

  Cooldown cooldown(Services services, Console console) {
    return cooldown.of(services, console);
  }

  /** The guard of the command line, else the configured one. */
  Optional<PriceLimit> priceLimit(Optional<PriceCap> configured) {
    Optional<PriceCap> cap =
        Optional.ofNullable(maxPrice).map(ChainOptions::parsed).or(() -> configured);
    return cap.map(most -> new PriceLimit(most, spending.allowsUnknownPrice()));
  }

  private static PriceCap parsed(String text) {
    return PriceCap.parse(text)
        .value()
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "--max-price is '" + text + "'", "write a multiple, 2x, or a sum, '$0.01'"));
  }

  /** From now on. */
  Deadline deadline(Services services) {
    return Deadline.in(deadline, services.clock(), services.alarm());
  }

  boolean restarts() {
    return partial == Partial.restart;
  }

  Optional<Duration> hedgeAfter() {
    return Optional.of(hedgeAfter).filter(delay -> !delay.isZero());
  }

  /** The retries of each model, within the deadline. */
  RetryPolicy within(Deadline end, RetryPolicy usual) {
    return new RetryPolicy(
        usual.retries(), usual.longestServerWait(), usual.held() || restarts(), end);
  }
}
