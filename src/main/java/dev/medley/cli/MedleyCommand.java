package dev.medley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What medley does without a command. */
final class MedleyCommand implements Callable<Integer> {
  private final Services services;
  private CommandSpec spec;

  private MedleyCommand(Services services) {
    this.services = services;
  }

  /** Said without annotations, the reading of which would be half of what a help text costs. */
  static CommandSpec spec(Services services) {
    MedleyCommand command = new MedleyCommand(services);
    command.spec = CommandSpec.wrapWithoutInspection(command);
    command.spec.usageMessage().synopsisSubcommandLabel("COMMAND").footer(FrontPage.examples());
    return command.spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .type(boolean.class)
            .description(FrontPage.VERSION)
            .build());
  }

  @Override
  public Integer call() {
    Streams streams = services.streams();
    if (streams.inputKind() == Streams.InputKind.TERMINAL && streams.outIsTerminal()) {
      return new CommandTree(services).run("chat");
    }
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
