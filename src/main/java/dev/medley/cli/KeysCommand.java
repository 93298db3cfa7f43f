package dev.medley.cli;

import dev.medley.config.Loaded;
import dev.medley.config.SettingsLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    description = "Keys kept in a file that only you may read, for those who want no variable.",
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

  /** The command with all that it can do. */
  static CommandLine tree(Services services) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysSetCommand(services))
        .addSubcommand(new KeysListCommand(services))
        .addSubcommand(new KeysRmCommand(services));
  }

  /** The settings; wrong ones end the command. */
  static Loaded load(Services services, ConfigOption config) {
    Loaded loaded = new SettingsLoader(Targets::info).load(services.environment(), config.file());
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
