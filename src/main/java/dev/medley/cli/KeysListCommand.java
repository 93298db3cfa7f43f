package dev.medley.cli;

import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.config.KeyStore;
import dev.medley.render.KeysTable;
import dev.medley.render.KeysTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(footer = {"", "Examples:", "  medley keys list", "  medley keys list --json"})
final class KeysListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  @Mixin private ConfigOption config;

  private final Services services;

  KeysListCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    var loaded = KeysCommand.load(services, config);
    loaded.surroundings().warnings().forEach(line -> console.note("warning: " + line));
    List<Row> rows = rows(loaded.settings().providers());
    if (json) {
      console.println(KeysTable.json(rows));
    } else if (rows.isEmpty()) {
      console.note("no keys; medley keys set PROVIDER stores one");
    } else {
      KeysTable.lines(rows, console.outStyle(), console.columns()).forEach(console::println);
    }
    return ExitCode.OK;
  }

  private List<Row> rows(Map<String, Provider> providers) {
    KeyStore store = new KeyStore(services.environment());
    Map<String, String> hosts = store.hosts();
    String file = "file:" + store.shown();
    List<Row> rows = new ArrayList<>();
    for (Provider provider : providers.values()) {
      String stored = hosts.remove(provider.name());
      Optional<Secret> used = provider.key();
      boolean usesFile = used.filter(key -> key.describe().equals(file)).isPresent();
      if (used.filter(Secret::present).isPresent() && !usesFile) {
        rows.add(new Row(provider.name(), used.get().describe(), "", true));
      }
      if (stored != null) {
        rows.add(
            new Row(
                provider.name(),
                file,
                why(provider, usesFile, stored),
                usesFile && used.get().present()));
      }
    }
    hosts.keySet().forEach(name -> rows.add(new Row(name, file, "no such provider", false)));
    return rows;
  }

  private static String why(Provider provider, boolean usesFile, String host) {
    if (!usesFile) {
      return provider.key().map(Secret::describe).orElse("") + " comes first";
    }
    return provider.key().filter(Secret::present).isPresent()
        ? host
        : "it is for " + host + ", and the provider is elsewhere now";
  }
}
