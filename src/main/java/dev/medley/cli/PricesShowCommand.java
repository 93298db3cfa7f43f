package dev.medley.cli;

import dev.medley.config.Target;
import dev.medley.render.PriceCard;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(footer = {"", "Examples:", "  medley prices show gpt-4o", "  medley prices show @all"})
final class PricesShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "an alias, provider/model or @group")
  private List<String> names;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  @Mixin private ConfigOption config;

  private final Services services;

  PricesShowCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    List<Target> targets = Targets.load(services, config, new ConnectionOptions()).named(names);
    PriceCard card = new PriceCard(services.prices(), targets);
    if (json) {
      console.println(card.json());
    } else {
      card.lines(console.outStyle()).forEach(console::println);
    }
    return ExitCode.OK;
  }
}
