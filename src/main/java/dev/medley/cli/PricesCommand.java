package dev.medley.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley prices list gpt-4o",
      "  medley prices show openai/gpt-4o-mini",
      "  medley prices import model_prices_and_context_window.json",
      "  medley prices import https://openrouter.ai/api/v1/models"
    })
final class PricesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "list",
            "List what models cost, and how old the lists are.",
            () -> new PricesListCommand(services)),
        new CommandEntry(
            "show",
            "Show all that is known of a model's price, and who says so.",
            () -> new PricesShowCommand(services)),
        new CommandEntry(
            "import",
            "Take over a price list: LiteLLM's price map, or a /models answer with prices.",
            () -> new PricesImportCommand(services)));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }
}
