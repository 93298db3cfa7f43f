package dev.medley.cli;

import dev.medley.config.Loaded;
import dev.medley.config.SettingsLoader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley keys set openai",
      "  pass show openai | medley keys set openai",
      "",
      "A key is sent to the host that its provider had when it was set, and to no other.",
      "A variable that is set, and a key_env, key_command or key_file in the configuration,",
      "come before a stored key."
    })
final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "set",
            "Store a key: typed at a prompt that does not show it, or from standard input.",
            () -> new KeysSetCommand(services)),
        new CommandEntry(
            "list",
            "Show which providers have a key and where it comes from; never a key.",
            () -> new KeysListCommand(services)),
        new CommandEntry("rm", "Forget a stored key.", () -> new KeysRmCommand(services)));
  }

  /** The settings; wrong ones end the command. */
  static Loaded load(Services services, ConfigOption config) {
    Loaded loaded =
        new SettingsLoader(services.prices()::info).load(services.environment(), config.file());
    if (!loaded.problems().isEmpty()) {
      throw Targets.wrong(loaded.problems());
    }
    return loaded;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
