package dev.medley.config;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A prompt with the decision that is expected for it.
 *
 * @param origin where it is written
 * @param given what goes with the prompt
 * @param expected at least one of a task and a model
 */
public record RouteCase(Origin origin, String prompt, Given given, Expected expected) {
  /**
   * What a rule can ask beside the prompt's text.
   *
   * @param files names of files that went into it; they need not exist
   * @param at the local time; empty: now
   * @param env variables beside those of the process
   */
  public record Given(
      Optional<String> system,
      Set<Trait> traits,
      List<String> files,
      Optional<LocalDateTime> at,
      Map<String, String> env) {
    public Given {
      traits = Set.copyOf(traits);
      files = List.copyOf(files);
      env = Map.copyOf(env);
    }
  }

  /**
   * What is to come of it.
   *
   * @param model an alias, or {@code provider/model}
   */
  public record Expected(Optional<String> task, Optional<String> model) {}
}
