package dev.medley.compare.matrix;

import dev.medley.chat.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a case asks, the same of every model.
 *
 * @param prompt the text of the user message, variables filled in
 * @param system empty: no system message
 * @param options request fields, and only those that the user asked for
 * @param variables the fields of the row that the prompt was made from, by name
 */
public record Question(
    String prompt, Optional<String> system, Parameters options, Map<String, String> variables) {
  public Question {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
