package dev.medley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try it without a key:",
      "  medley ask -m demo/swift \"hi\"",
      "  medley compare -m demo/swift,demo/steady,demo/sage \"Explain model routing\"",
      "",
      "medley COMMAND --help shows the options of a command."
    })
final class MedleyCommand implements Callable<Integer> {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "print the version")
  private boolean version;

  @Spec private CommandSpec spec;

  private final Services services;

  MedleyCommand(Services services) {
    this.services = services;
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
