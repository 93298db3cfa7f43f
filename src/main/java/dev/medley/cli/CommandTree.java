package dev.medley.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

/** All commands, put together. */
public final class CommandTree {
  private final Services services;

  public CommandTree(Services services) {
    this.services = services;
  }

  /** Runs a command line and returns the exit code. Nothing is thrown. */
  public int run(String... args) {
    Border border = new Border(services);
    return line(border).execute(args);
  }

  private CommandLine line(Border border) {
    CommandLine line =
        new CommandLine(new MedleyCommand())
            .addSubcommand(new AskCommand(services))
            .addSubcommand(new RouteCommand(services))
            .addSubcommand(new CompareCommand(services))
            .addSubcommand(new FallbackCommand(services))
            .addSubcommand(new ModelsCommand(services))
            .addSubcommand(KeysCommand.tree(services))
            .addSubcommand(
                new CommandLine(new ConfigCommand())
                    .addSubcommand(new ConfigCommand.PathCommand(services))
                    .addSubcommand(new ConfigCommand.ShowCommand(services))
                    .addSubcommand(new ConfigCommand.CheckCommand(services))
                    .addSubcommand(new ConfigCommand.InitCommand(services)))
            .addSubcommand(new DoctorCommand(services))
            .addSubcommand(new DemoCommand(services));
    line.getCommandSpec().version("medley " + services.version());
    line.getSubcommands().values().forEach(CommandTree::withHelp);
    for (String group : List.of("config", "keys")) {
      line.getSubcommands().get(group).getSubcommands().values().forEach(CommandTree::withHelp);
    }
    withHelp(line);
    return line.setOut(writer(services.streams().out()))
        .setErr(writer(services.streams().err()))
        .registerConverter(Duration.class, OptionText::duration)
        .registerConverter(BigDecimal.class, OptionText::number)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(border::wrongUsage)
        .setExecutionExceptionHandler(border::failed);
  }

  private static void withHelp(CommandLine line) {
    if (!line.getCommandName().equals("help")) {
      line.getCommandSpec().mixinStandardHelpOptions(false);
      line.getCommandSpec()
          .addOption(
              CommandLine.Model.OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("show this help")
                  .build());
      line.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    }
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
