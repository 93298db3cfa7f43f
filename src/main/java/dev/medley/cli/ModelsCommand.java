package dev.medley.cli;

import dev.medley.chat.ModelLister;
import dev.medley.chat.Provider;
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
    footer = {
      "",
      "Examples:",
      "  medley models",
      "  medley models --all gemini --json",
      "  medley models --remote openrouter qwen",
      "  medley models --remote --base-url http://localhost:11434/v1"
    })
final class ModelsCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "[PROVIDER] TEXT",
      arity = "0..2",
      hideParamSyntax = true,
      description = {
        "only models whose name contains TEXT;",
        "with --remote, only those of PROVIDER (all that are ready)"
      })
  private List<String> words = new ArrayList<>();

  @Option(names = "--remote", description = "ask the endpoints themselves, all at once")
  private boolean remote;

  @Option(names = "--all", description = "also those whose provider has no key")
  private boolean all;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOptions output;
  @Mixin private ConfigOption config;

  private final Services services;

  ModelsCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    if (connection.baseUrl().isPresent() && !remote) {
      throw CommandFailed.usage(
          "--base-url goes with --remote", "add --remote to ask the endpoint");
    }
    Targets targets = Targets.load(services, config, connection);
    return remote ? remote(console, targets) : known(console, targets);
  }

  private int remote(Console console, Targets targets) {
    output.refuseDryRun();
    ModelLister lister = services.lister(targets.connection());
    Optional<Provider> adHoc = targets.providers().adHoc();
    boolean named = adHoc.isEmpty() && !words.isEmpty();
    RemoteModels models =
        new RemoteModels(services, output, console, lister, filter(named ? 1 : 0));
    if (adHoc.isPresent()) {
      return models.of(adHoc.get());
    }
    return named
        ? models.of(targets.providers().named(words.get(0)))
        : models.of(targets.providers().ready(lister));
  }

  private String filter(int at) {
    if (words.size() > at + 1) {
      throw CommandFailed.usage("one TEXT at the most", "medley models --help shows what it takes");
    }
    return words.size() > at ? words.get(at) : "";
  }

  private int known(Console console, Targets targets) {
    String filter = filter(0);
    List<ModelsTable.Row> rows = new ArrayList<>();
    for (Target target : targets.known()) {
      ModelsTable.Row row = new ModelsTable.Row(target, key(target));
      if (matches(target, filter) && (all || row.usable())) {
        rows.add(row);
      }
    }
    if (output.json) {
      console.println(ModelsTable.json(rows));
    } else if (rows.isEmpty()) {
      String which = filter.isEmpty() ? "" : " named like \"" + filter + "\"";
      console.note("no models" + which + "; --all shows those without a key");
    } else {
      ModelsTable.lines(rows, console.outStyle(), console.columns()).forEach(console::println);
    }
    return ExitCode.OK;
  }

  private static boolean matches(Target target, String filter) {
    String wanted = filter.toLowerCase(Locale.ROOT);
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
