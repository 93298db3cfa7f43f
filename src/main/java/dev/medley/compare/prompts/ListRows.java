package dev.medley.compare.prompts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** A list of maps or texts, in YAML or JSON. It is read item by item. */
final class ListRows implements PromptRows {
  private final PromptFile file;
  private final JsonParser parser;
  private final String language;
  private boolean begun;

  private ListRows(PromptFile file, JsonFactory factory, String language) throws IOException {
    this.file = file;
    this.language = language;
    TextLines.check(file);
    this.parser = factory.createParser(Files.newBufferedReader(file.path()));
  }

  static ListRows yaml(PromptFile file) throws IOException {
    LoaderOptions unbounded = new LoaderOptions();
    unbounded.setCodePointLimit(Integer.MAX_VALUE);
    YAMLFactory yaml =
        YAMLFactory.builder()
            .loaderOptions(unbounded)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return new ListRows(file, yaml, "YAML");
  }

  static ListRows json(PromptFile file) throws IOException {
    JsonFactory json =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return new ListRows(file, json, "JSON");
  }

  @Override
  public Optional<PromptRow> next() throws IOException {
    try {
      if (!begun && !begins()) {
        return Optional.empty();
      }
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        end();
        return Optional.empty();
      }
      return Optional.of(new RowReader(file, parser).row(line()));
    } catch (JsonProcessingException wrong) {
      int line = wrong.getLocation() == null ? line() : wrong.getLocation().getLineNr();
      throw file.bad(line, "not " + language + ": " + RowReader.words(wrong));
    } catch (org.yaml.snakeyaml.error.YAMLException | IllegalArgumentException slip) {
      // The YAML parser lets some of its own slips through.
      throw file.bad(line(), "not " + language);
    }
  }

  /** Whether there is a list at all; an empty file has none. */
  private boolean begins() throws IOException {
    begun = true;
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return false;
    }
    if (first != JsonToken.START_ARRAY) {
      throw file.bad(line(), "not a list of prompts: begin each with \"- \"");
    }
    return true;
  }

  private void end() throws IOException {
    if (parser.nextToken() != null) {
      throw file.bad(line(), "something follows the list");
    }
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
