package dev.medley.config;

import dev.medley.chat.Parameters;
import java.util.Optional;

/**
 * A kind of prompt and who answers it.
 *
 * @param description for people; may be empty
 * @param system the system prompt that goes with it
 * @param options request fields that go with it
 */
public record Task(
    String name, String description, Choice choice, Optional<String> system, Parameters options) {
  public static final String DEFAULT = "default";

  /** A task that does nothing but choose. */
  public static Task of(String name, Choice choice) {
    return new Task(name, "", choice, Optional.empty(), Parameters.NONE);
  }
}
