package dev.medley.cli;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Connection;
import dev.medley.chat.Dialect;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;
import dev.medley.config.Chain;
import dev.medley.config.Loaded;
import dev.medley.config.ModelNames;
import dev.medley.config.Problem;
import dev.medley.config.Resolution;
import dev.medley.config.Settings;
import dev.medley.config.SettingsLoader;
import dev.medley.config.Target;
import dev.medley.config.Templates;
import java.util.ArrayList;
import java.util.List;

/**
 * From the names on the command line to models, by the configuration and the connection options.
 */
final class Targets {
  private final Services services;
  private final Loaded loaded;
  private final ModelNames names;
  private final ConnectionOptions connection;
  private final ProviderOptions providers;

  private Targets(Services services, Loaded loaded, ConnectionOptions connection) {
    this.loaded = loaded;
    this.names = new ModelNames(loaded, services.prices()::info);
    this.services = services;
    this.connection = connection;
    this.providers =
        new ProviderOptions(services.environment(), loaded.settings().providers(), connection);
  }

  /** Reads the configuration; a wrong one ends the command with all its problems. */
  static Targets load(Services services, ConfigOption config, ConnectionOptions connection) {
    Loaded loaded =
        new SettingsLoader(services.prices()::info).load(services.environment(), config.file());
    if (!loaded.problems().isEmpty()) {
      throw wrong(loaded.problems());
    }
    Console console = new OutputOptions().console(services);
    loaded.surroundings().warnings().forEach(line -> console.note("warning: " + line));
    return new Targets(services, loaded, connection);
  }

  static CommandFailed wrong(List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return new CommandFailed(
        Failure.of(FailureKind.CONFIG, count + " in the configuration")
            .withHint("mend the lines below; medley config check looks again"),
        problems.stream().map(Problem::toString).toList());
  }

  Settings settings() {
    return loaded.settings();
  }

  Templates templates() {
    return new Templates(services.environment(), settings().templates());
  }

  ProviderOptions providers() {
    return providers;
  }

  /** How requests travel: these options over the configuration over the environment. */
  Connection connection() {
    return new Connection(
        connection.timeouts(settings().network()),
        connection.network(settings().ways(), services.environment()));
  }

  Chain chain(String name) {
    Chain chain = settings().routing().chains().get(name);
    if (chain != null) {
      return chain;
    }
    var known = settings().routing().chains().keySet();
    throw CommandFailed.usage(
        "no chain \"" + name + "\" is configured",
        known.isEmpty()
            ? "name the models: medley fallback -m A,B,C \"…\""
            : "known chains: " + String.join(", ", known));
  }

  /** The one model that was named, else the default one. */
  Target one(List<String> named, String command) {
    List<Target> found = namedOrDefault(named);
    if (found.size() != 1) {
      throw CommandFailed.usage(
          command + " takes one model, not " + found.size(),
          "to ask several: medley compare; one after the other: medley fallback");
    }
    return found.get(0);
  }

  /** All that the names stand for, in order; without names the default model. */
  List<Target> namedOrDefault(List<String> named) {
    if (!named.isEmpty()) {
      return named(named);
    }
    if (connection.baseUrl().isPresent()) {
      throw CommandFailed.usage("--base-url needs a model", "name it: -m MODEL");
    }
    return found(names.byDefault());
  }

  /** All that the names stand for, in order. */
  List<Target> named(List<String> named) {
    if (connection.baseUrl().isPresent()) {
      return adHoc(named);
    }
    List<Target> targets = new ArrayList<>();
    named.forEach(name -> targets.addAll(found(names.resolve(name))));
    return targets;
  }

  /**
   * Every model that has a name here: aliases first, then what the catalogue knows of providers.
   */
  List<Target> known() {
    List<Target> known = new ArrayList<>();
    settings().roster().models().keySet().forEach(alias -> known.addAll(named(List.of(alias))));
    for (ModelInfo info : services.prices().all()) {
      Provider provider = settings().providers().get(info.provider());
      if (provider != null) {
        ModelRef ref = new ModelRef(info.provider(), info.id());
        known.add(new Target(ref.toString(), ref, provider, info, provider.dialect()));
      }
    }
    return known;
  }

  private List<Target> found(Resolution resolution) {
    if (resolution instanceof Resolution.Unknown unknown) {
      throw new CommandFailed(unknown.failure());
    }
    return ((Resolution.Found) resolution).targets().stream().map(this::withOptions).toList();
  }

  private Target withOptions(Target target) {
    return new Target(
        target.name(),
        target.ref(),
        providers.with(target.provider()).speaking(target.dialect()),
        target.info(),
        target.dialect());
  }

  /** Names are taken as they are. */
  private List<Target> adHoc(List<String> named) {
    Provider provider = providers.adHoc().orElseThrow();
    return named.stream()
        .map(
            name ->
                new Target(
                    name,
                    new ModelRef(provider.name(), name),
                    provider,
                    ModelInfo.unknown(provider.name(), name),
                    Dialect.PLAIN))
        .toList();
  }
}
