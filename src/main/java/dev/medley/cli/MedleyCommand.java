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

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
