package dev.medley.config;

import dev.medley.chat.Parameters;
import java.util.Optional;

/**
 * A kind of prompt and who answers it.
 *
 * @param description for people; may be empty
 * @param system the system prompt that goes with it
 * @param options request fields that go with it
 * @param template what the prompt is put into
 */
public record Task(
    String name,
    String description,
    Choice choice,
    Optional<String> system,
    Parameters options,
    TemplateUse template) {
  public static final String DEFAULT = "default";

  /** A task that does nothing but choose. */
  public static Task of(String name, Choice choice) {
    return new Task(name, "", choice, Optional.empty(), Parameters.NONE, TemplateUse.NONE);
  }

  /** The same, without its template: another one is in use. */
  public Task withoutTemplate() {
    return new Task(name, description, choice, system, options, TemplateUse.NONE);
  }

  /** The same, among others. */
  public Task among(Choice other) {
    return new Task(name, description, other, system, options, template);
  }
}
