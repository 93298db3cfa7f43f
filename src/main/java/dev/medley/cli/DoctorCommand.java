package dev.medley.cli;

import dev.medley.chat.Connection;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import dev.medley.config.Loaded;
import dev.medley.config.SettingsLoader;
import dev.medley.render.Checkup;
import dev.medley.render.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley doctor",
      "  medley doctor openai --send",
      "  medley doctor --base-url http://localhost:11434/v1"
    })
final class DoctorCommand implements Callable<Integer> {
  @CommandLine.Parameters(
      paramLabel = "PROVIDER",
      arity = "0..*",
      description = "whom to look at (default: all that are ready)")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--send",
      description = "also send one short prompt each, to see streaming and usage; it costs money")
  private boolean send;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "ID",
      description = "which model to send it to")
  private String model;

  @Mixin private ConnectionOptions connection;
  @Mixin private SpendingOptions spending;
  @Mixin private OutputOptions output;
  @Mixin private ConfigOption config;

  private final Services services;

  DoctorCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    output.refuseDryRun();
    Console console = output.console(services);
    Loaded loaded =
        new SettingsLoader(services.prices()::info).load(services.environment(), config.file());
    Connection way = way(loaded);
    ModelLister lister = services.lister(way);
    List<Provider> providers = providers(loaded, lister);
    List<Finding> findings =
        new ArrayList<>(new SettingsCheckup(services.environment(), loaded).findings());
    findings.add(ProxyCheckup.of(way.network().proxies()));
    findings.addAll(new RestCheckup(services).findings());
    ProviderCheckup checkup =
        new ProviderCheckup(lister, trial(loaded, way, console), services.cancellation());
    InParallel.map(providers, checkup::of, patience(way.timeouts()), DoctorCommand::late)
        .forEach(findings::addAll);
    if (!send) {
      findings.add(
          Finding.skipped(
              "prompt", "streaming", "not tried", "--send sends one short prompt; it costs money"));
    }
    if (output.json) {
      console.println(Checkup.json(findings));
    } else {
      Checkup.lines(findings, console.outStyle()).forEach(console::println);
    }
    return Checkup.firstFailure(findings).map(f -> ExitCode.of(f.kind())).orElse(ExitCode.OK);
  }

  private List<Provider> providers(Loaded loaded, ModelLister lister) {
    ProviderOptions options =
        new ProviderOptions(services.environment(), loaded.settings().providers(), connection);
    Optional<Provider> adHoc = options.adHoc();
    if (adHoc.isPresent()) {
      return List.of(adHoc.get());
    }
    return names.isEmpty()
        ? options.ready(lister)
        : names.stream().distinct().map(options::named).toList();
  }

  private Connection way(Loaded loaded) {
    return new Connection(
        connection.timeouts(loaded.settings().network()),
        connection.network(loaded.settings().ways(), services.environment()));
  }

  /** Within the limits, as any prompt. */
  private Optional<TrialPrompt> trial(Loaded loaded, Connection way, Console console) {
    return send
        ? Optional.of(
            new TrialPrompt(
                spending
                    .budget(services, loaded.settings().limits(), way.timeouts(), console)
                    .over(services.models(way)),
                Optional.ofNullable(model),
                loaded.surroundings().presetModels(),
                services.prices()::info,
                services.cancellation()))
        : Optional.empty();
  }

  /**
   * Every request has its own bounds; this one is for what no bound reaches, such as a resolver.
   */
  private Optional<Duration> patience(Timeouts timeouts) {
    Duration total = timeouts.total();
    return total.isZero()
        ? Optional.empty()
        : Optional.of(total.multipliedBy(send ? 2 : 1).plusSeconds(1));
  }

  private static List<Finding> late(Provider provider) {
    Failure failure =
        Failure.of(FailureKind.TIMEOUT_TOTAL, "no result within --timeout")
            .withHint("check the network and its name server, or what key_command runs");
    return List.of(Finding.fail(provider.name(), "way", failure));
  }
}
