package dev.medley.cli;

import dev.medley.chat.Secret;
import dev.medley.config.Target;
import dev.medley.render.ModelsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "models",
    description = "Models that can be used: name, window, price, and whether a key is there.",
    footer = {"", "Examples:", "  medley models", "  medley models --all gemini --json"})
final class ModelsCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      description = "only models whose name contains it")
  private String filter;

  @Option(names = "--all", description = "also those whose provider has no key")
  private boolean all;

  @Mixin private OutputOptions output;
  @Mixin private ConfigOption config;

  private final Services services;

  ModelsCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, new ConnectionOptions());
    List<ModelsTable.Row> rows = new ArrayList<>();
    for (Target target : targets.known()) {
      ModelsTable.Row row = new ModelsTable.Row(target, key(target));
      if (matches(target) && (all || row.usable())) {
        rows.add(row);
      }
    }
    if (output.json) {
      console.println(ModelsTable.json(rows));
    } else if (rows.isEmpty()) {
      console.note(
          "no models"
              + (filter == null ? "" : " named like \"" + filter + "\"")
              + "; --all shows those without a key");
    } else {
      ModelsTable.lines(rows, console.outStyle(), console.columns()).forEach(console::println);
    }
    return ExitCode.OK;
  }

  private boolean matches(Target target) {
    String wanted = filter == null ? "" : filter.toLowerCase(Locale.ROOT);
    return target.name().toLowerCase(Locale.ROOT).contains(wanted)
        || target.ref().toString().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static ModelsTable.Key key(Target target) {
    Optional<Secret> key = target.provider().key();
    if (key.isEmpty()) {
      return ModelsTable.Key.NOT_NEEDED;
    }
    return key.get().present() ? ModelsTable.Key.PRESENT : ModelsTable.Key.MISSING;
  }
}
