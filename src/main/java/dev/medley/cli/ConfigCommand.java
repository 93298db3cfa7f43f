package dev.medley.cli;

import dev.medley.config.ConfigFiles;
import dev.medley.config.ConfigPrinter;
import dev.medley.config.Loaded;
import dev.medley.config.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley config init",
      "  medley config edit",
      "  medley config show",
      "  medley config check"
    })
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "path",
            "Print where the user's configuration file is, or would be.",
            () -> new PathCommand(services)),
        new CommandEntry(
            "show",
            "Print the settings, each with the place that it came from.",
            () -> new ShowCommand(services)),
        new CommandEntry(
            "check",
            "Look for mistakes in the configuration, all at once.",
            () -> new CheckCommand(services)),
        new CommandEntry(
            "edit",
            "Open the user's configuration file in your editor, and check it afterwards.",
            () -> new ConfigEditCommand(services)),
        new CommandEntry(
            "init",
            "Write a commented configuration file to start from.",
            () -> new ConfigInitCommand(services)));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }

  static Loaded load(Services services, ConfigOption config) {
    return new SettingsLoader(services.prices()::info).load(services.environment(), config.file());
  }

  static Path file(Services services, ConfigOption config) {
    return ConfigFiles.userFile(services.environment(), config.file()).path();
  }

  @Command(
      footer = {
        "",
        "Examples:",
        "  medley config path",
        "  cp \"$(medley config path)\" config.yaml.old"
      })
  static final class PathCommand implements Callable<Integer> {
    @Mixin private ConfigOption config;
    private final Services services;

    PathCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Console console = new OutputOptions().console(services);
      Path file = file(services, config);
      console.println(file.toString());
      if (!Files.exists(file)) {
        console.note("not there yet: medley config init writes it");
      }
      return ExitCode.OK;
    }
  }

  @Command(footer = {"", "Examples:", "  medley config show", "  medley config show --all"})
  static final class ShowCommand implements Callable<Integer> {
    @Mixin private ConfigOption config;

    @Option(names = "--all", description = "also the presets that nobody changed")
    private boolean all;

    private final Services services;

    ShowCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Console console = new OutputOptions().console(services);
      Loaded loaded = load(services, config);
      String shown = ConfigPrinter.print(loaded.merged(), all);
      console.print(shown);
      if (shown.isBlank()) {
        console.note("nothing is configured; --all shows the presets");
      }
      if (!loaded.problems().isEmpty()) {
        throw Targets.wrong(loaded.problems());
      }
      return ExitCode.OK;
    }
  }

  @Command(
      footer = {
        "",
        "Examples:",
        "  medley config check",
        "  medley config check --config examples/routing.yaml"
      })
  static final class CheckCommand implements Callable<Integer> {
    @Mixin private ConfigOption config;
    private final Services services;

    CheckCommand(Services services) {
      this.services = services;
    }

    @Override
    public Integer call() {
      Console console = new OutputOptions().console(services);
      Loaded loaded = load(services, config);
      loaded
          .surroundings()
          .unknownVariables()
          .forEach(name -> console.note("note: " + name + " sets nothing that medley knows"));
      if (!loaded.problems().isEmpty()) {
        throw Targets.wrong(loaded.problems());
      }
      loaded
          .files()
          .forEach(file -> console.println(services.environment().display(file) + ": ok"));
      if (loaded.files().isEmpty()) {
        console.println("no configuration file; presets and environment: ok");
      }
      return ExitCode.OK;
    }
  }
}
