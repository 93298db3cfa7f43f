package dev.medley.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command in the list of its parent: enough to be shown there, and the way to build it.
 *
 * @param summary one sentence, for the parent's list and the top of the command's own help
 * @param command builds the object that picocli reads: much slower than all the rest of this
 * @param commands lists those below this one
 */
record CommandEntry(
    String name, String summary, Supplier<Object> command, Supplier<List<CommandEntry>> commands) {
  CommandEntry(String name, String summary, Supplier<Object> command) {
    this(name, summary, command, List::of);
  }

  /**
   * The command with all that it takes, and those below it.
   *
   * @param wanted tells by its name whether a command below is built too or only listed
   */
  CommandLine built(Predicate<String> wanted) {
    Object object = command.get();
    boolean described = object instanceof CommandSpec || object instanceof CommandLine.HelpCommand;
    CommandLine line = new CommandLine(described ? object : OptionTable.spec(object));
    CommandSpec spec = line.getCommandSpec();
    spec.usageMessage().description(summary).sortOptions(false).abbreviateSynopsis(true);
    if (object instanceof CommandLine.HelpCommand) {
      return line;
    }
    spec.name(name);
    spec.addOption(
        CommandLine.Model.OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description(FrontPage.HELP)
            .build());
    for (CommandEntry below : commands.get()) {
      line.addSubcommand(
          below.name, wanted.test(below.name) ? below.built(wanted) : below.outline());
    }
    return line;
  }

  /** What the parent's list and a search for the nearest name need to know of it. */
  private CommandLine outline() {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(summary);
    return new CommandLine(spec);
  }
}
