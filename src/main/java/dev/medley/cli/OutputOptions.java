package dev.medley.cli;

import picocli.CommandLine.Option;

/** How results are shown. */
@OptionGroup("Output")
final class OutputOptions {
  @Option(names = "--json", description = "one JSON document on standard output, also on failure")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "no usage line")
  boolean quiet;

  @Option(
      names = {"-u", "--usage"},
      description = "the usage line also when standard error is not a terminal")
  boolean usage;

  @Option(
      names = {"-R", "--hide-reasoning"},
      description = "do not show the model's reasoning")
  boolean hideReasoning;

  @Option(
      names = {"-n", "--no-log"},
      description = "keep no record of this run")
  boolean noLog;

  @Option(names = "--dry-run", description = "print the request as JSON; nothing is sent")
  boolean dryRun;

  @Option(
      names = {"-v", "--verbose"},
      description = "say more, such as the cause of an error")
  boolean verbose;

  @Option(
      names = "--raw",
      description = "on a terminal: the answer as the model wrote it, its markdown not rendered")
  boolean raw;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: auto)")
  ColorChoice.When color = ColorChoice.When.auto;

  Console console(Services services) {
    return new Console(
        services.streams(), ColorChoice.of(color, services.environment().variables()));
  }

  /** Where the text of an answer goes; what was asked for in a form of its own is left alone. */
  AnswerText text(Console console, AnswerForm form) {
    return !raw && !json && console.outIsTerminal() && form.check().isEmpty()
        ? new RenderedAnswer(console)
        : new PlainAnswer(console);
  }

  /** For commands that ask without a prompt: there is no request worth showing. */
  void refuseDryRun() {
    if (dryRun) {
      throw CommandFailed.usage("--dry-run goes with a prompt", "leave it out");
    }
  }

  boolean showsUsage(Console console) {
    return !quiet && (usage || console.errIsTerminal());
  }
}
