package dev.medley.cli;

import dev.medley.chat.Connection;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Provider;
import dev.medley.chat.RemoteModel;
import dev.medley.config.ConfigFiles;
import dev.medley.config.Loaded;
import dev.medley.config.PrivateFile;
import dev.medley.config.SettingsLoader;
import dev.medley.config.Starter;
import dev.medley.render.Checkup;
import dev.medley.render.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley config init",
      "  medley config init --no-test --config new.yaml",
      "",
      "It looks for keys in the usual variables and for servers on this machine, writes a commented",
      "file that fits what is there, and asks each provider for its models: a line each.",
    })
final class ConfigInitCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private ConfigOption config;

  @Option(names = "--force", description = "write over a file that is there")
  private boolean force;

  @Option(names = "--no-test", description = "ask no provider anything")
  private boolean untested;

  private final Services services;

  ConfigInitCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Path file = ConfigFiles.userFile(services.environment(), config.file()).path();
    if (Files.exists(file) && !force) {
      throw CommandFailed.usage(
          file + " is there already", "look at it with medley config show, or use --force");
    }
    Console console = new OutputOptions().console(services);
    Loaded known =
        new SettingsLoader(services.prices()::info).load(services.environment(), Optional.empty());
    ConnectionOptions usual = new ConnectionOptions();
    ModelLister lister =
        services.lister(
            new Connection(
                usual.timeouts(known.settings().network()),
                usual.network(known.settings().ways(), services.environment())));
    List<Provider> ready = ready(known, lister);
    Optional<String> model =
        known.settings().roster().defaultModel().or(() -> local(ready, lister));
    write(file, model);
    console.println("wrote " + file);
    if (!untested) {
      test(ready, lister, console);
    }
    console.note(
        model
            .map(name -> "try it: medley ask \"hi\"      (asks " + name + ")")
            .orElse(
                "no key and no local server found: export OPENAI_API_KEY=… or another"
                    + " provider's, or try medley ask -m demo/swift \"hi\""));
    return ExitCode.OK;
  }

  /** The simulated models need no test. */
  private static List<Provider> ready(Loaded known, ModelLister lister) {
    return ReadyProviders.of(known.settings().providers().values(), lister).stream()
        .filter(provider -> !ReadyProviders.isSimulated(provider))
        .toList();
  }

  /** Without any key: the first model of a server on this machine. */
  private Optional<String> local(List<Provider> ready, ModelLister lister) {
    return ready.stream()
        .filter(provider -> ReadyProviders.isHere(provider.baseUrl()))
        .flatMap(
            provider ->
                lister.list(provider, services.cancellation()).models().stream()
                    .map(RemoteModel::id)
                    .map(id -> provider.name() + "/" + id)
                    .limit(1))
        .findFirst();
  }

  /** One line each: what went wrong, or what came of it. */
  private void test(List<Provider> ready, ModelLister lister, Console console) {
    ProviderCheckup checkup =
        new ProviderCheckup(lister, Optional.empty(), services.cancellation());
    List<Finding> findings =
        InParallel.map(ready, checkup::of, Optional.of(PATIENCE), ConfigInitCommand::late).stream()
            .map(found -> found.get(found.size() - 1))
            .toList();
    Checkup.lines(findings, console.outStyle()).forEach(console::println);
  }

  private static List<Finding> late(Provider provider) {
    Failure failure =
        Failure.of(FailureKind.TIMEOUT_TOTAL, "no answer within " + PATIENCE.toSeconds() + " s")
            .withHint("medley doctor " + provider.name() + " looks at each step");
    return List.of(Finding.fail(provider.name(), "/models", failure));
  }

  /** Only its owner may read it: it may come to hold headers with keys. */
  static void write(Path file, Optional<String> model) {
    try {
      new PrivateFile(file).write(Starter.text(model));
    } catch (IOException unwritable) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, "cannot write " + file)
              .withHint("check the folder's permissions, or name another with --config"));
    }
  }
}
