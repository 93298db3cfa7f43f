package dev.medley.compare.prompts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of prompts. What it holds is told by the end of its name: {@code .jsonl} or {@code
 * .ndjson} one JSON object or string a line, {@code .csv} and {@code .tsv} a header and rows (RFC
 * 4180), {@code .yaml}, {@code .yml} and {@code .json} a list of maps or texts, anything else a
 * prompt a line. UTF-8. It can be read any number of times.
 *
 * @param name as the user wrote it
 */
public record PromptFile(String name, Path path) implements PromptSource {
  /** Opens it at its first row. */
  @Override
  public PromptRows open() throws IOException {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (end) {
      case "jsonl", "ndjson" -> new JsonLinesRows(this);
      case "csv" -> new CsvRows(this, ',');
      case "tsv" -> new CsvRows(this, '\t');
      case "yaml", "yml" -> ListRows.yaml(this);
      case "json" -> ListRows.json(this);
      default -> new TextRows(this);
    };
  }

  BadPrompts bad(int line, String message) {
    return new BadPrompts(name, line, message);
  }
}
