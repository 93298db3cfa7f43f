package dev.medley.cli;

import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Prices;
import dev.medley.render.PricesTable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(footer = {"", "Examples:", "  medley prices list claude", "  medley prices list --json"})
final class PricesListCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TEXT",
      arity = "0..1",
      description = "only models whose name contains it")
  private String text = "";

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  private final Services services;

  PricesListCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    Prices prices = services.prices();
    String wanted = text.toLowerCase(Locale.ROOT);
    List<ModelInfo> models =
        prices.all().stream().filter(model -> PricesTable.name(model).contains(wanted)).toList();
    PricesTable table = new PricesTable(prices, models);
    if (json) {
      console.println(table.json());
      return ExitCode.OK;
    }
    if (models.isEmpty()) {
      console.note("no models named like \"" + text + "\" in the lists");
    }
    table.lines(console.outStyle(), console.columns()).forEach(console::println);
    return ExitCode.OK;
  }
}
