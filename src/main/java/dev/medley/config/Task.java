package dev.medley.config;

import dev.medley.chat.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * A kind of prompt and who answers it.
 *
 * @param models to choose from, in the order given; empty without a chain: the default model
 * @param chain the name of a chain instead of models
 * @param description for people; may be empty
 * @param system the system prompt that goes with it
 * @param options request fields that go with it
 */
public record Task(
    String name,
    List<String> models,
    Optional<String> chain,
    String description,
    Optional<String> system,
    Parameters options) {
  public static final String DEFAULT = "default";

  public Task {
    models = List.copyOf(models);
  }

  /** The task that always exists. */
  static Task ofDefaultModel() {
    return new Task(DEFAULT, List.of(), Optional.empty(), "", Optional.empty(), Parameters.NONE);
  }
}
