package dev.medley.cli;

import dev.medley.config.KeyStore;
import dev.medley.config.Nearest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(footer = {"", "Examples:", "  medley keys rm openai"})
final class KeysRmCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROVIDER", description = "as medley keys list shows it")
  private String provider;

  @Mixin private ConfigOption config;

  private final Services services;

  KeysRmCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    KeysCommand.load(services, config);
    KeyStore store = new KeyStore(services.environment());
    Set<String> stored = store.hosts().keySet();
    if (!stored.contains(provider)) {
      Optional<String> near = Nearest.to(provider, stored);
      throw CommandFailed.usage(
          "no key is stored for \"" + provider + "\"",
          near.map(name -> "did you mean " + name + "?")
              .orElse("medley keys list shows where keys come from"));
    }
    try {
      store.remove(provider);
    } catch (IOException unwritable) {
      throw KeysSetCommand.notWritten(store, unwritable);
    }
    new OutputOptions().console(services).println("removed the key of " + provider);
    return ExitCode.OK;
  }
}
