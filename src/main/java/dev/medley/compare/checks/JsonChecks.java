package dev.medley.compare.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.send.JsonAnswer;
import dev.medley.send.JsonSchemaCheck;
import java.util.Optional;

/** Checks of an answer that is JSON, or whose first fenced block is. */
final class JsonChecks {
  private JsonChecks() {}

  static Check json(CheckSpec spec) {
    if (spec.value().isTextual() && !spec.text().isEmpty()) {
      throw new IllegalArgumentException(
          "json takes no value; schema: FILE says what the JSON has to be");
    }
    return new Json(spec.name());
  }

  /** A schema as it stands in a file of prompts, as text, or the name of its file. */
  static Check schema(CheckSpec spec, CheckKinds.Files files) {
    JsonNode value = spec.value();
    JsonNode schema = value.isObject() ? value : tree(TextChecks.needed(spec), files);
    return new Schema(spec.name(), JsonSchemaCheck.of(schema));
  }

  private static JsonNode tree(String text, CheckKinds.Files files) {
    String json = text.startsWith("{") ? text : files.read(text);
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("the schema is not JSON");
    }
  }

  private record Json(String name) implements Check {
    @Override
    public CheckResult of(CaseResult answered) {
      return new CheckResult(name, JsonAnswer.in(answered.text()).isPresent(), "");
    }
  }

  private record Schema(String name, JsonSchemaCheck fits) implements Check {
    @Override
    public CheckResult of(CaseResult answered) {
      Reply reply = answered.outcome().reply();
      Optional<Failure> failure = fits.check(reply);
      return new CheckResult(name, failure.isEmpty(), failure.map(Failure::message).orElse(""));
    }
  }
}
