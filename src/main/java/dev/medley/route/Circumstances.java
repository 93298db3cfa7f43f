package dev.medley.route;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What rules can ask beside the prompt.
 *
 * @param now in local time
 * @param variables of the environment; never shown
 */
public record Circumstances(LocalDateTime now, Map<String, String> variables) {
  public Circumstances {
    variables = Map.copyOf(variables);
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Values may be secrets. */
  @Override
  public String toString() {
    return "Circumstances[" + now + "]";
  }
}
