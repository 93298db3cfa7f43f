package dev.medley.cli;

import dev.medley.render.Style;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** All commands, put together; built are only those that a command line names. */
public final class CommandTree {
  /** Commands that send a prompt, unless told to do something else. */
  private static final Set<String> SENDING = Set.of("ask", "route", "compare", "fallback", "again");

  private static final Set<String> QUIET = Set.of("-h", "--help", "--dry-run", "--explain");
  private static final String HELP = "help";

  private final Services services;

  public CommandTree(Services services) {
    this.services = services;
  }

  /** Runs a command line and returns the exit code. Nothing is thrown. */
  public int run(String... args) {
    List<String> words = List.of(args);
    if (words.size() == 1 && shown(words.get(0))) {
      return ExitCode.OK;
    }
    if (!words.isEmpty()
        && SENDING.contains(words.get(0))
        && words.stream().noneMatch(QUIET::contains)) {
      services.expectSending();
    }
    return line(words::contains, called(words)).execute(args);
  }

  /** What is asked of the program as a whole: not worth building a parser for. */
  private boolean shown(String word) {
    String text =
        switch (word) {
          case "-V", "--version" -> "medley " + services.version() + System.lineSeparator();
          case "-h", "--help" -> frontPage();
          default -> "";
        };
    writer(services.streams().out()).append(text).flush();
    return !text.isEmpty();
  }

  private Help help(CommandSpec spec) {
    return spec.parent() == null
        ? HelpLayout.page(spec, frontPage())
        : HelpLayout.of(spec, services.streams(), helpStyle());
  }

  private String frontPage() {
    return HelpLayout.front(commands(), services.streams(), helpStyle());
  }

  /** The command that is called, and no other; all of them when there is more to find out. */
  private List<CommandEntry> called(List<String> words) {
    List<CommandEntry> all = commands();
    for (CommandEntry command : all) {
      if (words.indexOf(command.name()) == 0 && !command.name().equals(HELP)) {
        return List.of(command);
      }
    }
    return all;
  }

  /** Where a command is added. Keep it a list: whatever is done here is done at every start. */
  private List<CommandEntry> commands() {
    return List.of(
        new CommandEntry(HELP, "Show the help of a command.", CommandLine.HelpCommand::new),
        new CommandEntry("ask", "Ask one model.", () -> new AskCommand(services)),
        new CommandEntry(
            "route",
            "Pick the model by task or rule, say why, then ask it.",
            () -> new RouteCommand(services)),
        new CommandEntry(
            "compare",
            "Ask several models the same, side by side.",
            () -> new CompareCommand(services),
            () -> CompareCommand.commands(services)),
        new CommandEntry(
            "fallback",
            "Ask models in order until one answers.",
            () -> new FallbackCommand(services)),
        new CommandEntry(
            "chat",
            "Talk with models; what medley without a command does on a terminal.",
            () -> new ChatCommand(services)),
        new CommandEntry(
            "again",
            "The last prompt once more: another model, other options.",
            () -> new AgainCommand(services)),
        new CommandEntry(
            "history",
            "What was asked and answered: list, search, show, export, forget.",
            () -> new HistoryCommand(services),
            () -> HistoryCommand.commands(services)),
        new CommandEntry(
            "spend",
            "What it cost, by model, provider, day or task; the limits and what is left.",
            () -> new SpendCommand(services)),
        new CommandEntry(
            "models",
            "Models that can be used: name, window, price, and whether a key is there.",
            () -> new ModelsCommand(services)),
        new CommandEntry(
            "prices",
            "What models cost and who says so; take over a newer price list.",
            PricesCommand::new,
            () -> PricesCommand.commands(services)),
        new CommandEntry(
            "templates",
            "Prompts to use again with -t: those that come with medley, and your own.",
            TemplatesCommand::new,
            () -> TemplatesCommand.commands(services)),
        new CommandEntry(
            "keys",
            "Keys kept in a file that only you may read, for those who want no variable.",
            KeysCommand::new,
            () -> KeysCommand.commands(services)),
        new CommandEntry(
            "config",
            "The configuration: where it is, what it says, whether it is right.",
            ConfigCommand::new,
            () -> ConfigCommand.commands(services)),
        new CommandEntry(
            "doctor",
            "Look at settings, keys and the way to each provider: a line each, with the remedy.",
            () -> new DoctorCommand(services)),
        new CommandEntry(
            "demo",
            "Run the embedded OpenAI-compatible server of simulated models.",
            () -> new DemoCommand(services)),
        new CommandEntry(
            "completion",
            "Print a script that completes commands, options and names in bash, zsh or fish.",
            () -> new CompletionCommand(services, words -> line(words::contains))),
        new CommandEntry(
            "man",
            "Print the manual page of a command.",
            () -> new ManCommand(services, () -> line(name -> true))));
  }

  /**
   * The tree as picocli knows it.
   *
   * @param wanted which commands to build, by name; of the others only name and summary are there
   */
  CommandLine line(Predicate<String> wanted) {
    return line(wanted, commands());
  }

  private CommandLine line(Predicate<String> wanted, List<CommandEntry> commands) {
    Border border = new Border(services);
    CommandLine line =
        new CommandEntry(
                "medley", FrontPage.SUMMARY, () -> MedleyCommand.spec(services), () -> commands)
            .built(wanted);
    line.getCommandSpec().version("medley " + services.version());
    return line.setOut(writer(services.streams().out()))
        .setErr(writer(services.streams().err()))
        .registerConverter(Duration.class, OptionText::duration)
        .registerConverter(BigDecimal.class, OptionText::number)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setHelpFactory((spec, colors) -> help(spec))
        .setParameterExceptionHandler(border::wrongUsage)
        .setExecutionExceptionHandler(border::failed);
  }

  private Style helpStyle() {
    return ColorChoice.of(ColorChoice.When.auto, services.environment().variables())
        .style(services.streams().outIsTerminal());
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
