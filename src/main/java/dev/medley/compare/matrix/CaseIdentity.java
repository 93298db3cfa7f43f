package dev.medley.compare.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.medley.chat.ModelRef;

/**
 * What makes a result the result of this very case and model: its key and run, and all that was
 * sent. A case whose prompt, system prompt or options were changed is another one.
 */
public final class CaseIdentity {
  private CaseIdentity() {}

  public static long of(CaseResult result) {
    return of(result.asked(), result.model());
  }

  /** 64 bits, see {@link Digest#of}. */
  public static long of(Case asked, ModelRef model) {
    Question question = asked.question();
    return Digest.of(
        asked.key(),
        Integer.toString(asked.run()),
        model.toString(),
        question.prompt(),
        question.system().orElse(""),
        options(question));
  }

  private static String options(Question question) {
    try {
      var tree = ResultLine.JSON.valueToTree(question.options().fields());
      return ResultLine.JSON.writeValueAsString(tree);
    } catch (JsonProcessingException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}
