package dev.medley.compare.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.compare.agreement.Similarity;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import java.util.Locale;

/**
 * The answer must be about this text: {@code similar: TEXT}, or in a file <code>
 * similar: {to: TEXT, at_least: 0.9}</code>. See {@link Similarity}.
 *
 * @param least from 0 to 1
 */
record SimilarCheck(String name, String to, double least) implements Check {
  private static final double USUAL = 0.8;

  static SimilarCheck of(CheckSpec spec) {
    JsonNode value = spec.value();
    if (!value.isObject()) {
      return new SimilarCheck(spec.name(), TextChecks.needed(spec), USUAL);
    }
    double least = value.path("at_least").asDouble(value.has("at_least") ? -1 : USUAL);
    if (!value.path("to").isTextual() || least < 0 || least > 1) {
      throw new IllegalArgumentException(
          "similar takes a text, or {to: TEXT, at_least: 0.8} with a number from 0 to 1");
    }
    return new SimilarCheck(spec.name(), value.path("to").textValue(), least);
  }

  @Override
  public CheckResult of(CaseResult answered) {
    double similarity = Similarity.of(answered.text(), to);
    String detail = String.format(Locale.ROOT, "similarity %.2f of %.2f", similarity, least);
    return new CheckResult(name, similarity >= least, detail);
  }
}
