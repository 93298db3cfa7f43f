package dev.medley.compare.prompts;

import dev.medley.compare.checks.CheckSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a file of prompts.
 *
 * @param line where it begins, from 1
 * @param fields by name, in the order of the file
 * @param checks those of this row
 */
public record PromptRow(int line, Map<String, String> fields, List<CheckSpec> checks) {
  /** The field that is the prompt where the command line gives none. */
  public static final String PROMPT = "prompt";

  /** The field that names a row. */
  public static final String ID = "id";

  /** The field with the row's checks. */
  public static final String CHECKS = "checks";

  public PromptRow {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    checks = List.copyOf(checks);
  }

  static PromptRow of(int line, String prompt) {
    return new PromptRow(line, Map.of(PROMPT, prompt), List.of());
  }
}
