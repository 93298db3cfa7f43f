package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Dialect;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;
import dev.medley.config.Resolution.Found;
import dev.medley.config.Resolution.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From the names that a user writes to models to send to: an alias, {@code @group}, {@code
 * provider/model}, or a bare name for the default provider.
 */
public final class ModelNames {
  private final Settings settings;
  private final MissingModel missing;
  private final Function<ModelRef, ModelInfo> catalog;

  /**
   * Makes a resolver.
   *
   * @param catalog what is known of a model, {@link ModelInfo#unknown} when nothing is
   */
  public ModelNames(Loaded loaded, Function<ModelRef, ModelInfo> catalog) {
    this.settings = loaded.settings();
    this.missing = new MissingModel(settings, loaded.surroundings());
    this.catalog = catalog;
  }

  /** The model to ask when none is named. */
  public Resolution byDefault() {
    return settings
        .roster()
        .defaultModel()
        .map(this::resolve)
        .orElseGet(() -> new Unknown(missing.nothingNamed()));
  }

  /** What the name stands for. */
  public Resolution resolve(String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty()) {
      return new Unknown(Failure.of(FailureKind.CONFIG, "the name of a model is empty"));
    }
    return trimmed.startsWith("@") ? group(trimmed) : single(trimmed);
  }

  private Resolution group(String name) {
    Set<String> members = new HashSet<>();
    List<String> order = new ArrayList<>();
    Optional<String> lost = expand(name, members, order);
    if (lost.isPresent()) {
      return new Unknown(missing.group(lost.get()));
    }
    List<Target> targets = new ArrayList<>();
    for (String member : order) {
      Resolution resolution = single(member);
      if (resolution instanceof Found found) {
        targets.addAll(found.targets());
      } else {
        return resolution;
      }
    }
    return targets.isEmpty() ? new Unknown(missing.emptyGroup(name)) : new Found(targets);
  }

  /** Collects the members, each once; returns the name of a group that does not exist. */
  private Optional<String> expand(String name, Set<String> seen, List<String> order) {
    if (!seen.add(name)) {
      return Optional.empty();
    }
    if (!name.startsWith("@")) {
      order.add(name);
      return Optional.empty();
    }
    List<String> members = settings.roster().groups().get(name.substring(1));
    if (members == null) {
      return Optional.of(name);
    }
    return members.stream().map(m -> expand(m, seen, order)).flatMap(Optional::stream).findFirst();
  }

  private Resolution single(String name) {
    ModelAlias alias = settings.roster().models().get(name);
    if (alias != null) {
      return at(name, alias);
    }
    int slash = name.indexOf('/');
    if (slash > 0 && settings.providers().containsKey(name.substring(0, slash))) {
      String id = name.substring(slash + 1);
      return id.isEmpty()
          ? new Unknown(missing.noModelAfter(name))
          : found(name, new ModelRef(name.substring(0, slash), id));
    }
    return bare(name);
  }

  private Resolution bare(String name) {
    Optional<String> provider = settings.roster().defaultProvider();
    if (provider.isEmpty() || !settings.providers().containsKey(provider.get())) {
      return new Unknown(missing.noProviderFor(name));
    }
    ModelRef ref = new ModelRef(provider.get(), name);
    // A name that the catalogue knows is meant; any other may be a slip, told before it is sent.
    Optional<String> meant = isKnown(ref) ? Optional.empty() : missing.meant(name);
    return meant.isPresent()
        ? new Unknown(missing.mistyped(name, meant.get(), ref))
        : found(name, ref);
  }

  private boolean isKnown(ModelRef ref) {
    ModelInfo info = catalog.apply(ref);
    return info.price().isPresent() || info.window().isPresent();
  }

  private Resolution found(String name, ModelRef ref) {
    Provider provider = settings.providers().get(ref.provider());
    ModelInfo info = catalog.apply(ref);
    return new Found(List.of(new Target(name, ref, provider, info, provider.dialect())));
  }

  private Resolution at(String name, ModelAlias alias) {
    Provider provider = settings.providers().get(alias.ref().provider());
    if (provider == null) {
      return new Unknown(missing.provider(alias.ref().provider(), name));
    }
    Dialect dialect = provider.dialect().and(alias.dialect());
    ModelInfo info = alias.facts().over(catalog.apply(alias.ref()));
    return new Found(List.of(new Target(name, alias.ref(), provider, info, dialect)));
  }
}
