package dev.medley.compare.cases;

import dev.medley.chat.Parameters;
import dev.medley.chat.Placeholders;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.Question;
import dev.medley.compare.prompts.PromptRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a row becomes questions.
 *
 * @param prompt makes the prompt of a row's fields
 * @param systems one variant each; a single empty one for no system prompt
 * @param options one variant each
 * @param checks makes the checks of a row
 */
public record Wording(
    Phrase prompt,
    List<Optional<Phrase>> systems,
    List<Parameters> options,
    Function<PromptRow, List<Check>> checks) {
  /** A text that may depend on the fields of a row. */
  @FunctionalInterface
  public interface Phrase {
    /**
     * @throws IllegalArgumentException when a field is missing; the message names it
     */
    String of(Map<String, String> fields);

    /** The same for all rows. */
    static Phrase literal(String text) {
      return fields -> text;
    }

    /** With places to fill in. */
    static Phrase template(String text) {
      return new Placeholders(text)::filled;
    }

    /** The row's own prompt. */
    static Phrase ofRow() {
      return fields -> {
        String prompt = fields.get(PromptRow.PROMPT);
        if (prompt == null || prompt.isBlank()) {
          throw new IllegalArgumentException("no field \"prompt\", and none on the command line");
        }
        return prompt;
      };
    }
  }

  /** How many questions come of a row. */
  public int variants() {
    return systems.size() * options.size();
  }

  /** One for each variant, the systems' order first. */
  List<Variant> questions(PromptRow row) {
    List<Variant> questions = new ArrayList<>();
    String text = prompt.of(row.fields());
    for (int s = 0; s < systems.size(); s++) {
      Optional<String> system = systems.get(s).map(phrase -> phrase.of(row.fields()));
      for (int o = 0; o < options.size(); o++) {
        Question question = new Question(text, system, options.get(o), row.fields());
        questions.add(new Variant(suffix("/s", s) + suffix("/o", o), question));
      }
    }
    return questions;
  }

  private static String suffix(String mark, int index) {
    return index == 0 ? "" : mark + (index + 1);
  }

  /**
   * @param suffix tells it from the other variants in a case's key
   */
  record Variant(String suffix, Question question) {}
}
