package dev.medley.fallback;

import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.HostName;
import dev.medley.config.Target;
import dev.medley.history.Health;
import dev.medley.history.ModelHealth;
import dev.medley.history.Rest;
import dev.medley.history.RestText;
import dev.medley.history.ServedModel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lets chains leave models alone that have failed lately, in this process or another. A model that
 * is asked alone is none of its business.
 */
public final class Cooldown {
  /** Nobody rests, nothing is counted. */
  public static final Cooldown NONE =
      new Cooldown(Optional.empty(), false, Clock.SYSTEM, ZoneOffset.UTC);

  private final Optional<ModelHealth> health;
  private final boolean respected;
  private final Clock clock;
  private final ZoneId zone;

  private Cooldown(Optional<ModelHealth> health, boolean respected, Clock clock, ZoneId zone) {
    this.health = health;
    this.respected = respected;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * @param zone in which a person is told until when a model rests
   */
  public Cooldown(ModelHealth health, Clock clock, ZoneId zone) {
    this(Optional.of(health), true, clock, zone);
  }

  /** Those that rest are tried, too. What becomes of it counts: an answer ends the rest. */
  public Cooldown disregarded() {
    return new Cooldown(health, false, clock, zone);
  }

  /** What is known of the models of a chain. */
  Map<ServedModel, Health> of(Collection<Target> candidates) {
    List<ServedModel> models =
        candidates.stream().filter(Cooldown::shared).map(Cooldown::served).distinct().toList();
    return health.filter(h -> !models.isEmpty()).map(h -> h.of(models)).orElse(Map.of());
  }

  /** What was known before. */
  Health update(Target target, UnaryOperator<Health> change) {
    return health
        .filter(h -> shared(target))
        .map(h -> h.update(served(target), change))
        .orElse(Health.UNKNOWN);
  }

  /** Simulated models live and end with their process: no other one gains by knowing of them. */
  private static boolean shared(Target target) {
    return !HostName.of(target.provider().baseUrl()).endsWith(".invalid");
  }

  boolean respected() {
    return respected;
  }

  Instant now() {
    return clock.now().truncatedTo(ChronoUnit.MILLIS);
  }

  Failure explain(Rest rest) {
    return RestText.failure(rest, zone);
  }

  static ServedModel served(Target target) {
    return ServedModel.at(target.provider().baseUrl(), target.ref().id());
  }
}
