package dev.medley.route;

import dev.medley.config.Condition;
import dev.medley.config.Phrase;
import java.util.List;

/**
 * Whether a condition holds, and what decided it.
 *
 * @param why what was found, or what was not, in the words of the configuration
 */
record Verdict(boolean holds, String why) {
  static Verdict of(Condition condition, Features prompt) {
    if (condition instanceof Condition.And and) {
      return all(and.parts(), prompt);
    }
    if (condition instanceof Condition.Or or) {
      return any(or, prompt);
    }
    if (condition instanceof Condition.Not not) {
      Verdict inner = of(not.part(), prompt);
      return new Verdict(!inner.holds, "not " + inner.why);
    }
    return test((Condition.Test) condition, prompt);
  }

  private static Verdict all(List<Condition> parts, Features prompt) {
    StringBuilder why = new StringBuilder();
    for (Condition part : parts) {
      Verdict one = of(part, prompt);
      if (!one.holds) {
        return one;
      }
      why.append(why.isEmpty() ? "" : ", ").append(one.why);
    }
    return new Verdict(true, why.isEmpty() ? "always" : why.toString());
  }

  private static Verdict any(Condition.Or or, Features prompt) {
    for (Condition part : or.parts()) {
      Verdict one = of(part, prompt);
      if (one.holds) {
        return one;
      }
    }
    return new Verdict(false, or.describe());
  }

  private static Verdict test(Condition.Test test, Features prompt) {
    if (test instanceof Condition.InputTokens tokens) {
      return new Verdict(
          tokens.range().contains(prompt.tokens()),
          test.describe() + " (about " + prompt.tokens() + ")");
    }
    if (test instanceof Condition.InputChars chars) {
      return new Verdict(
          chars.range().contains(prompt.chars()), test.describe() + " (" + prompt.chars() + ")");
    }
    if (test instanceof Condition.Stdin stdin) {
      return new Verdict(stdin.wanted() == prompt.stdin(), test.describe());
    }
    if (test instanceof Condition.HasCode code) {
      return new Verdict(code.wanted() == prompt.code(), test.describe());
    }
    return words((Condition.Words) test, prompt);
  }

  private static Verdict words(Condition.Words words, Features prompt) {
    List<Phrase> found =
        words.phrases().stream().filter(phrase -> phrase.foundIn(prompt.text())).toList();
    return switch (words.quantity()) {
      case ANY ->
          found.isEmpty()
              ? new Verdict(false, words.describe())
              : new Verdict(true, found.get(0).describe());
      case ALL -> new Verdict(found.size() == words.phrases().size(), words.describe());
      case NONE ->
          found.isEmpty()
              ? new Verdict(true, words.describe())
              : new Verdict(false, words.describe() + ", but " + found.get(0).describe());
    };
  }
}
