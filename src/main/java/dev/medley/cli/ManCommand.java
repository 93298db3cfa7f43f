package dev.medley.cli;

import dev.medley.config.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley man | man -l -",
      "  medley man history show | man -l -",
    })
final class ManCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "such as ask, or keys set")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--all",
      paramLabel = "FOLDER",
      description = "write the pages of all commands there, a file each")
  private Path folder;

  private final Services services;
  private final Supplier<CommandLine> commands;

  ManCommand(Services services, Supplier<CommandLine> commands) {
    this.services = services;
    this.commands = commands;
  }

  @Override
  public Integer call() {
    if (folder != null) {
      write(commands.get());
      return ExitCode.OK;
    }
    CommandLine line = commands.get();
    for (String word : words) {
      CommandLine below = line.getSubcommands().get(word);
      if (below == null) {
        throw CommandFailed.usage(
            "no command \"" + word + "\"",
            Nearest.to(word, line.getSubcommands().keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse("medley --help lists them"));
      }
      line = below;
    }
    new OutputOptions().console(services).print(ManPage.of(line, services.version()));
    return ExitCode.OK;
  }

  private void write(CommandLine line) {
    String name = line.getCommandSpec().qualifiedName("-");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".1"), ManPage.of(line, services.version()));
    } catch (IOException unwritable) {
      throw CommandFailed.usage("cannot write to " + folder, "name a folder that you may write to");
    }
    line.getSubcommands().values().forEach(this::write);
  }
}
