package dev.medley.cli;

import dev.medley.fallback.Cooldown;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Whether a chain leaves models alone that have failed lately. */
@OptionGroup("Chain")
final class CooldownOption {
  @Option(
      names = "--no-cooldown",
      description = "in a chain, try models that rest after failures, too")
  private boolean disregarded;

  boolean restsCount() {
    return !disregarded;
  }

  Cooldown of(Services services, Console console) {
    Cooldown cooldown =
        new Cooldown(
            services.health(new Recording(services, console)::warn),
            services.clock(),
            ZoneId.systemDefault());
    return disregarded ? cooldown.disregarded() : cooldown;
  }
}
