package dev.medley.config;

import dev.medley.chat.Parameters;
import dev.medley.chat.Placeholders;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A prompt to be used again.
 *
 * @param description for people; may be empty
 * @param system the system prompt, with places to fill in
 * @param prompt with places to fill in; <code>{{input}}</code> is what the user brings, which
 *     follows the prompt where it has no place; empty: the input is all
 * @param variables the values of those that the user does not set
 * @param model the name of the model to ask, unless the user names one
 * @param task the name of the task that says which model, instead
 * @param options request fields that go with it
 * @param schema a JSON schema as maps and lists; empty: any text will do
 * @param extract whether only the first fenced block of the answer is wanted
 * @param origin where it was written
 */
public record Template(
    String name,
    String description,
    Optional<String> system,
    Optional<String> prompt,
    Map<String, String> variables,
    Optional<String> model,
    Optional<String> task,
    Parameters options,
    Optional<Map<String, Object>> schema,
    boolean extract,
    Origin origin) {
  /** Stands for what the user brings: arguments, files and piped text. */
  public static final String INPUT = "input";

  public Template {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The same under another name. */
  public Template named(String other) {
    return new Template(
        other,
        description,
        system,
        prompt,
        variables,
        model,
        task,
        options,
        schema,
        extract,
        origin);
  }

  /** Whether it makes no sense without input. */
  public boolean needsInput() {
    return prompt.isEmpty() || names().contains(INPUT);
  }

  /** All places of prompt and system prompt. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(system, prompt)
        .flatMap(Optional::stream)
        .forEach(text -> names.addAll(new Placeholders(text).names()));
    return names;
  }
}
