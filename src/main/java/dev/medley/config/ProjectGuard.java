package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds a project file to what it may say. It came with a checkout, from anyone: it must not send a
 * key elsewhere, run a command or raise a limit.
 */
final class ProjectGuard {
  private static final Set<String> ELSEWHERE =
      Set.of("key", "key_env", "key_file", "key_command", "headers", "proxy", "cacert", "command");
  private final String userFile;
  private final Consumer<Problem> problems;

  ProjectGuard(String userFile, Consumer<Problem> problems) {
    this.userFile = userFile;
    this.problems = problems;
  }

  /** The part of the project's tree that holds. */
  Entries admit(Entries project, Entries user) {
    Map<String, ConfigNode> admitted = new LinkedHashMap<>();
    project
        .entries()
        .forEach(
            (key, value) -> {
              if (refused(key)) {
                problems.accept(
                    Problem.of(
                        value.origin(),
                        key,
                        "not allowed in a project file, which may come from anyone; move it to "
                            + userFile));
              } else {
                admitted.put(key, value);
              }
            });
    if (admitted.get("limits") instanceof Entries limits
        && user.entries().get("limits") instanceof Entries bounds) {
      admitted.put("limits", lowered(limits, bounds));
    }
    if (admitted.get("chains") instanceof Entries chains
        && user.entries().get("limits") instanceof Entries bounds) {
      admitted.put("chains", guarded(chains, bounds));
    }
    return new Entries(admitted, project.origin());
  }

  private static boolean refused(String key) {
    return ELSEWHERE.contains(key)
        || (Schema.ROOT.fields().containsKey(key) && !Schema.PROJECT_KEYS.contains(key));
  }

  private Entries lowered(Entries limits, Entries bounds) {
    Map<String, ConfigNode> kept = new LinkedHashMap<>();
    limits
        .entries()
        .forEach(
            (key, limit) -> {
              ConfigNode bound = bounds.entries().get(key);
              if (bound == null || bound.isNothing() || atMost(key, limit, bound)) {
                kept.put(key, limit);
              } else {
                problems.accept(Problem.of(limit.origin(), "limits." + key, raised(bound)));
              }
            });
    return new Entries(kept, limits.origin());
  }

  /** A chain's own price guard goes over the general one, and must not be looser, either. */
  private Entries guarded(Entries chains, Entries bounds) {
    Map<String, ConfigNode> kept = new LinkedHashMap<>();
    chains
        .entries()
        .forEach(
            (name, chain) ->
                kept.put(name, chain instanceof Entries map ? guarded(name, map, bounds) : chain));
    return new Entries(kept, chains.origin());
  }

  private Entries guarded(String name, Entries chain, Entries bounds) {
    ConfigNode limit = chain.entries().get("max_price");
    ConfigNode bound = bounds.entries().get("max_price");
    if (limit == null || bound == null || bound.isNothing() || atMost("max_price", limit, bound)) {
      return chain;
    }
    problems.accept(Problem.of(limit.origin(), "chains." + name + ".max_price", raised(bound)));
    Map<String, ConfigNode> rest = new LinkedHashMap<>(chain.entries());
    rest.remove("max_price");
    return new Entries(rest, chain.origin());
  }

  private static String raised(ConfigNode bound) {
    String held = bound instanceof Scalar scalar ? scalar.text() : "";
    return "a project file may only lower a limit; " + bound.origin().label() + " says " + held;
  }

  /** What cannot be read is let through: the decoder has more to say about it. */
  private static boolean atMost(String key, ConfigNode limit, ConfigNode bound) {
    if (!(limit instanceof Scalar wanted && bound instanceof Scalar held)) {
      return limit.isNothing();
    }
    if (key.equals("max_price")) {
      Optional<PriceCap> cap = PriceCap.parse(wanted.text()).value();
      Optional<PriceCap> most = PriceCap.parse(held.text()).value();
      return cap.isEmpty() || most.isEmpty() || cap.get().noLooserThan(most.get());
    }
    return Numbers.amount(wanted.text())
        .value()
        .flatMap(
            amount -> Numbers.amount(held.text()).value().map(most -> amount.compareTo(most) <= 0))
        .orElse(true);
  }
}
