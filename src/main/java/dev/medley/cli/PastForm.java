package dev.medley.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.chat.Parameters;
import dev.medley.config.Origin;
import dev.medley.config.Template;
import dev.medley.config.TemplateUse;
import dev.medley.history.Question;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer had to be, as {@link AnswerForm#described} wrote it, as a template asks for it.
 */
final class PastForm {
  private PastForm() {}

  static TemplateUse of(Question question) {
    return question.form().map(PastForm::read).orElse(TemplateUse.NONE);
  }

  private static TemplateUse read(String form) {
    try {
      JsonMapper json = new JsonMapper();
      JsonNode node = json.readTree(form);
      Optional<Map<String, Object>> schema =
          Optional.ofNullable(node.get("schema"))
              .map(s -> json.convertValue(s, new TypeReference<Map<String, Object>>() {}));
      Template template =
          new Template(
              node.path("name").asText("answer"),
              "",
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Parameters.NONE,
              schema,
              node.path("extract").asBoolean(),
              Origin.PRESET);
      return new TemplateUse(Optional.of(template), Map.of());
    } catch (JsonProcessingException changedByHand) {
      return TemplateUse.NONE;
    }
  }
}
