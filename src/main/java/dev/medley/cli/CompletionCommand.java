package dev.medley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    footer = {
      "",
      "Examples:",
      "  source <(medley completion bash)                # in ~/.bashrc",
      "  source <(medley completion zsh)                 # in ~/.zshrc, after compinit",
      "  medley completion fish > ~/.config/fish/completions/medley.fish",
      "",
      "Models, aliases, tasks, chains and templates are those that you have at that moment.",
    })
final class CompletionCommand implements Callable<Integer> {
  /** What the scripts call; not for people. */
  private static final String SUGGEST = "suggest";

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "${COMPLETION-CANDIDATES}")
  private String shell;

  @Parameters(index = "1..*", hidden = true)
  private List<String> words = new ArrayList<>();

  private final Services services;
  private final Function<List<String>, CommandLine> commands;

  /**
   * @param commands the command line as the parser knows it, those of the words at least
   */
  CompletionCommand(Services services, Function<List<String>, CommandLine> commands) {
    this.services = services;
    this.commands = commands;
  }

  /** Those that there is a script for. */
  static final class Shells extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Shells() {
      super(List.of("bash", "zsh", "fish"));
    }
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    if (shell.equals(SUGGEST)) {
      suggest(console);
    } else if (new Shells().contains(shell) && words.isEmpty()) {
      console.print(script());
    } else {
      throw CommandFailed.usage(
          "no completion for \"" + shell + "\"", "there is one for bash, zsh and fish");
    }
    return ExitCode.OK;
  }

  /** A configuration that is wrong must not disturb who is typing: then only names are missing. */
  private void suggest(Console console) {
    List<String> typed = words.isEmpty() ? List.of("") : words;
    Suggester suggester = new Suggester(commands.apply(typed), this::values);
    suggester.after(typed).forEach(suggestion -> console.println(suggestion.line()));
  }

  private List<Suggestion> values(String label) {
    try {
      return new SuggestedValues(
              Targets.load(services, new ConfigOption(), new ConnectionOptions()))
          .apply(label);
    } catch (CommandFailed wrongConfiguration) {
      return List.of();
    }
  }

  private String script() {
    try (InputStream in = getClass().getResourceAsStream("completion." + shell)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }
}
