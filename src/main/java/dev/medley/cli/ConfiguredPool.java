package dev.medley.cli;

import dev.medley.catalog.Catalog;
import dev.medley.catalog.ModelTier;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.config.ModelAlias;
import dev.medley.config.Target;
import dev.medley.history.Observed;
import dev.medley.history.Rest;
import dev.medley.history.RestText;
import dev.medley.history.ServedModel;
import dev.medley.render.Figures;
import dev.medley.route.ModelPool;
import dev.medley.route.Standing;
import dev.medley.send.WorstCase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of the configuration, and how they have fared by the history. */
final class ConfiguredPool implements ModelPool {
  /** Older answers say little about now. */
  private static final Duration LATELY = Duration.ofDays(30);

  private final Services services;
  private final Targets targets;
  private final Recording recording;
  private final ChainOptions options;

  /**
   * @param options whether rests count, and what may be spent
   */
  ConfiguredPool(Services services, Targets targets, Console console, ChainOptions options) {
    this.services = services;
    this.targets = targets;
    this.recording = new Recording(services, console);
    this.options = options;
  }

  @Override
  public List<Target> named(List<String> names) {
    return targets.namedOrDefault(names);
  }

  @Override
  public List<Target> aliases() {
    return targets.named(new ArrayList<>(targets.settings().roster().models().keySet()));
  }

  @Override
  public Optional<ModelTier> declaredTier(Target model) {
    return Optional.ofNullable(targets.settings().roster().models().get(model.name()))
        .map(ModelAlias::facts)
        .flatMap(ModelAlias.Facts::tier);
  }

  /** By the worst case of one try, as the limits themselves reckon it when it is sent. */
  @Override
  public Optional<Failure> beyondBudget(Target model, Prompt prompt) {
    SpendingOptions spending = options.spending();
    Optional<BigDecimal> perRequest = targets.settings().limits().perRequest();
    return beyond("--max-cost", spending.maxCost(), model, prompt)
        .or(
            () ->
                Catalog.simulated(model.ref().provider())
                    ? Optional.empty()
                    : beyond("limits.per_request", perRequest, model, prompt));
  }

  private Optional<Failure> beyond(
      String limit, Optional<BigDecimal> most, Target model, Prompt prompt) {
    if (most.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> worst = WorstCase.of(model, prompt).usd();
    boolean passes =
        worst
            .map(usd -> usd.compareTo(most.get()) <= 0)
            .orElse(options.spending().allowsUnknownPrice());
    String reckoned = worst.map(Figures::usd).orElse("not known");
    return passes
        ? Optional.empty()
        : Optional.of(
            Failure.of(
                    FailureKind.BUDGET,
                    "its worst case is "
                        + reckoned
                        + ", "
                        + limit
                        + " is "
                        + Figures.usd(most.get()))
                .withHint("raise the limit, or bound the answer with --max-tokens"));
  }

  @Override
  public Map<Target, Standing> standings(List<Target> models) {
    List<ServedModel> served = models.stream().map(ConfiguredPool::served).distinct().toList();
    Instant now = services.clock().now();
    Map<ServedModel, Observed> observed =
        services.latencies(recording::warn).of(served, now.minus(LATELY));
    var health = services.health(recording::warn).of(served);
    Map<Target, Standing> standings = new LinkedHashMap<>();
    for (Target model : models) {
      ServedModel at = served(model);
      Optional<Rest> rest =
          Optional.ofNullable(health.get(at))
              .filter(h -> options.restsCount())
              .flatMap(h -> h.resting(now));
      standings.put(
          model,
          new Standing(Optional.ofNullable(observed.get(at)), rest.map(ConfiguredPool::pause)));
    }
    return standings;
  }

  private static Standing.Pause pause(Rest rest) {
    return new Standing.Pause(rest.until(), RestText.failure(rest, ZoneId.systemDefault()));
  }

  private static ServedModel served(Target model) {
    return ServedModel.at(model.provider().baseUrl(), model.ref().id());
  }
}
