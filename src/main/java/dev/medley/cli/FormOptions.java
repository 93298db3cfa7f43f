package dev.medley.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.send.AnswerSchema;
import dev.medley.send.BlockCheck;
import dev.medley.send.JsonSchemaCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the answer has to be. */
final class FormOptions {
  @Option(
      names = "--schema",
      paramLabel = "FILE|JSON",
      description = "JSON schema that the answer must fit; only that JSON is printed")
  private String schema;

  @Option(
      names = {"-x", "--extract"},
      description = "print only the first fenced block of the answer")
  private boolean extract;

  AnswerForm form(Services services) {
    if (schema == null) {
      return extract
          ? AnswerForm.PLAIN.checked(Optional.empty(), new BlockCheck())
          : AnswerForm.PLAIN;
    }
    if (extract) {
      throw CommandFailed.usage(
          "both --schema and -x are given", "--schema prints the bare JSON, leave out -x");
    }
    AnswerSchema wanted = read(services);
    try {
      JsonSchemaCheck check = JsonSchemaCheck.of(wanted.schema());
      return AnswerForm.PLAIN.checked(Optional.of(wanted), check);
    } catch (IllegalArgumentException noSchema) {
      throw wrong("--schema is no JSON schema: " + noSchema.getMessage());
    }
  }

  private AnswerSchema read(Services services) {
    boolean inline = schema.stripLeading().startsWith("{");
    Path file = Path.of(inline ? "answer" : schema);
    String text =
        inline ? schema : new TextFiles(services.environment(), StandardCharsets.UTF_8).read(file);
    String name = String.valueOf(file.getFileName()).replaceFirst("(\\.schema)?\\.json$", "");
    return AnswerSchema.of(tree(text), name);
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode tree =
          new JsonMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
      if (tree.isObject()) {
        return tree;
      }
      throw wrong("--schema must be a JSON object");
    } catch (JsonProcessingException notJson) {
      var at = notJson.getLocation();
      throw wrong("--schema is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }

  private static CommandFailed wrong(String message) {
    return CommandFailed.usage(
        message,
        "such as {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}");
  }
}
