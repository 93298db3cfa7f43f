package dev.medley.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.config.Template;
import dev.medley.config.TemplateUse;
import dev.medley.send.AnswerSchema;
import dev.medley.send.BlockCheck;
import dev.medley.send.JsonSchemaCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the answer has to be. */
@OptionGroup("Form of the answer")
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

  /** What the options say, else what the template says. */
  AnswerForm form(Services services, TemplateUse template) {
    if (schema != null && extract) {
      throw CommandFailed.usage(
          "both --schema and -x are given", "--schema prints the bare JSON, leave out -x");
    }
    if (schema != null) {
      return fitting(read(services), "--schema");
    }
    if (extract) {
      return block();
    }
    return template.template().map(FormOptions::form).orElse(AnswerForm.PLAIN);
  }

  private static AnswerForm form(Template template) {
    return template
        .schema()
        .map(
            schema ->
                fitting(
                    AnswerSchema.of(new JsonMapper().valueToTree(schema), template.name()),
                    "the schema of template " + template.name()))
        .orElseGet(() -> template.extract() ? block() : AnswerForm.PLAIN);
  }

  private static AnswerForm block() {
    return AnswerForm.PLAIN.checked(Optional.empty(), new BlockCheck());
  }

  private static AnswerForm fitting(AnswerSchema wanted, String source) {
    try {
      JsonSchemaCheck check = JsonSchemaCheck.of(wanted.schema());
      return AnswerForm.PLAIN.checked(Optional.of(wanted), check);
    } catch (IllegalArgumentException noSchema) {
      throw wrong(source + " is no JSON schema: " + noSchema.getMessage());
    }
  }

  /** The schema that was given, for a template that is made from the options. */
  Optional<Map<String, Object>> schema(Services services) {
    return schema == null
        ? Optional.empty()
        : Optional.of(
            new JsonMapper()
                .convertValue(
                    read(services).schema(), new TypeReference<Map<String, Object>>() {}));
  }

  boolean extract() {
    return extract;
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
