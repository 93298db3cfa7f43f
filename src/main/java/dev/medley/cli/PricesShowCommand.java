package dev.medley.cli;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.config.Nearest;
import dev.medley.render.PriceCard;
import dev.medley.render.PricesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    footer = {"", "Examples:", "  medley prices show gpt-4o", "  medley prices show @all --json"})
final class PricesShowCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = "an alias, provider/model or @group")
  private List<String> names = new ArrayList<>();

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
    Targets targets = Targets.load(services, config, new ConnectionOptions());
    PriceCard card =
        new PriceCard(
            services.prices(), names.stream().flatMap(name -> shown(targets, name)).toList());
    if (json) {
      console.println(card.json());
    } else {
      card.lines(console.outStyle()).forEach(console::println);
    }
    return ExitCode.OK;
  }

  /**
   * By the names of the configuration; else as the lists have it, whether it can be asked or not.
   */
  private Stream<PriceCard.Shown> shown(Targets targets, String name) {
    boolean configured = targets.settings().roster().models().containsKey(name);
    if (configured || name.startsWith("@")) {
      return targets.named(List.of(name)).stream()
          .map(target -> new PriceCard.Shown(target.ref().toString(), target.info()));
    }
    int slash = name.indexOf('/');
    boolean served =
        slash > 0 && targets.settings().providers().containsKey(name.substring(0, slash));
    ModelInfo info =
        services
            .prices()
            .info(
                served
                    ? new ModelRef(name.substring(0, slash), name.substring(slash + 1))
                    : new ModelRef("", name));
    if (info.price().isEmpty() && info.window().isEmpty()) {
      throw new CommandFailed(
          Failure.of(FailureKind.NOT_FOUND, "the price lists have no model \"" + name + "\"")
              .withHint(nearest(name)));
    }
    return Stream.of(new PriceCard.Shown(served ? name : PricesTable.name(info), info));
  }

  private String nearest(String name) {
    List<String> known = services.prices().all().stream().map(PricesTable::name).toList();
    List<String> bare = services.prices().all().stream().map(ModelInfo::id).toList();
    return Nearest.to(name, known)
        .or(() -> Nearest.to(name, bare))
        .map(near -> "did you mean " + near + "?")
        .orElse("medley prices list shows them");
  }
}
