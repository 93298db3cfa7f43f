package dev.medley.compare.prompts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;

/** A JSON object or string a line; blank lines are none. */
final class JsonLinesRows implements PromptRows {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final PromptFile file;
  private final TextLines lines;

  JsonLinesRows(PromptFile file) throws IOException {
    this.file = file;
    this.lines = new TextLines(file);
  }

  @Override
  public Optional<PromptRow> next() throws IOException {
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        return Optional.of(row(line.get()));
      }
    }
    return Optional.empty();
  }

  private PromptRow row(String line) throws IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      PromptRow row = new RowReader(file, parser).row(lines.number());
      if (parser.nextToken() != null) {
        throw file.bad(lines.number(), "more than one JSON value");
      }
      return row;
    } catch (JsonProcessingException wrong) {
      throw file.bad(lines.number(), "not JSON: " + RowReader.words(wrong));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
