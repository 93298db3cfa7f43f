package dev.medley.cli;

import dev.medley.render.Style;
import dev.medley.repl.Session;
import dev.medley.repl.line.TerminalScreen;
import picocli.CommandLine.Option;

/** How a conversation is held and shown. */
@OptionGroup("Conversation")
final class ChatOptions {
  @Option(
      names = "--no-tty",
      description = "for scripts: prompts and commands from standard input, answers to output")
  private boolean noTty;

  @Option(
      names = {"-q", "--quiet"},
      description = "no usage line")
  private boolean quiet;

  @Option(
      names = {"-u", "--usage"},
      description = "the usage line also when standard error is not a terminal")
  private boolean usage;

  @Option(
      names = {"-R", "--hide-reasoning"},
      description = "do not show the model's reasoning")
  private boolean hideReasoning;

  @Option(names = "--raw", description = "show answers as they were written, without rendering")
  private boolean raw;

  @Option(
      names = {"-n", "--no-log"},
      description = "keep no record, neither of what is typed nor of the answers")
  private boolean noLog;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: auto)")
  private ColorChoice.When color = ColorChoice.When.auto;

  boolean noTty() {
    return noTty;
  }

  boolean noLog() {
    return noLog;
  }

  TerminalScreen.Answers answers() {
    return raw ? TerminalScreen.Answers.AS_WRITTEN : TerminalScreen.Answers.RENDERED;
  }

  Console console(Services services) {
    return new Console(services.streams(), colorChoice(services));
  }

  Style terminalStyle(Services services) {
    return colorChoice(services).style(true);
  }

  private ColorChoice colorChoice(Services services) {
    return ColorChoice.of(color, services.environment().variables());
  }

  void apply(Session session, boolean terminal) {
    session.usageLine(!quiet && (usage || terminal));
    session.reasoning(hideReasoning ? Session.Reasoning.HIDE : Session.Reasoning.FOLD);
  }
}
