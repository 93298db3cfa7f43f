package dev.medley.cli;

import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import dev.medley.config.Target;
import dev.medley.demo.Fault;
import dev.medley.fallback.Fallback;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rehearsal: the user's own chain, with its order, prices and windows, played by simulated
 * models. The first fault befalls the first model, the second the second; the rest answer.
 *
 * @param plan the chain with models that need no key
 * @param faults of those that have one
 */
record Drill(Fallback.Plan plan, Map<ModelRef, Fault> faults) {
  /** Who plays the models that are well. */
  static final String WELL = "swift";

  /** Long enough for the embedded server, short enough for somebody who watches. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  static Drill of(List<String> words, Fallback.Plan earnest) {
    List<ModelRef> chain =
        earnest.candidates().models().stream().map(Target::ref).distinct().toList();
    if (words.size() > chain.size()) {
      throw CommandFailed.usage(
          words.size() + " faults for " + chain.size() + " models",
          "give one fault a model at the most, in the order of the chain");
    }
    Map<ModelRef, Fault> faults = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      faults.put(chain.get(i), fault(words.get(i).strip()));
    }
    return new Drill(earnest.with(earnest.candidates().map(Drill::keyless)), faults);
  }

  private static Fault fault(String word) {
    return Fault.named(word)
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "no fault \"" + word + "\"", "known: " + String.join(", ", Fault.words())));
  }

  private static Target keyless(Target target) {
    Provider open = target.provider().with(Optional.empty(), Map.of());
    return new Target(target.name(), target.ref(), open, target.info(), target.dialect());
  }

  /** The simulated model that plays this one. */
  String role(Target target) {
    return Optional.ofNullable(faults.get(target.ref())).map(Fault::modelId).orElse(WELL);
  }

  /** The word of the fault that befalls it. */
  Optional<String> faultOf(Target target) {
    return Optional.ofNullable(faults.get(target.ref())).map(Fault::word);
  }

  /** The configured bounds, shortened so that a drill takes seconds. */
  static Timeouts shortened(Timeouts configured) {
    return new Timeouts(
        configured.connect(),
        shorter(configured.firstToken()),
        shorter(configured.idle()),
        configured.total());
  }

  private static Duration shorter(Duration bound) {
    return bound.isZero() || bound.compareTo(PATIENCE) > 0 ? PATIENCE : bound;
  }
}
