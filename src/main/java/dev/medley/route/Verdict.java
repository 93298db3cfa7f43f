package dev.medley.route;

import dev.medley.config.Condition;
import dev.medley.config.FilePattern;
import dev.medley.config.Language;
import dev.medley.config.Phrase;
import dev.medley.config.Trait;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a condition holds, and what decided it.
 *
 * @param why what was found, or what was not, in the words of the configuration
 */
public record Verdict(boolean holds, String why) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

  static Verdict of(Condition condition, Features prompt) {
    if (condition instanceof Condition.And and) {
      return all(and.parts(), prompt);
    }
    if (condition instanceof Condition.Or or) {
      return any(or, prompt);
    }
    if (condition instanceof Condition.Not not) {
      Verdict inner = of(not.part(), prompt);
      boolean several = not.part() instanceof Condition.Or or && or.parts().size() > 1;
      String why = several && !inner.holds ? "(" + inner.why + ")" : inner.why;
      return new Verdict(!inner.holds, "not " + why);
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
    if (test instanceof Condition.Words words) {
      return words(words, prompt);
    }
    return trait(test, prompt).orElseGet(() -> surroundings(test, prompt));
  }

  private static Optional<Verdict> trait(Condition.Test test, Features prompt) {
    if (test instanceof Condition.Stdin stdin) {
      return Optional.of(trait(test, stdin.wanted() == prompt.has(Trait.STDIN)));
    }
    if (test instanceof Condition.HasCode code) {
      return Optional.of(trait(test, code.wanted() == prompt.has(Trait.CODE)));
    }
    if (test instanceof Condition.HasImage image) {
      return Optional.of(trait(test, image.wanted() == prompt.has(Trait.IMAGE)));
    }
    if (test instanceof Condition.WithSchema schema) {
      return Optional.of(trait(test, schema.wanted() == prompt.has(Trait.SCHEMA)));
    }
    return Optional.empty();
  }

  private static Verdict trait(Condition.Test test, boolean holds) {
    return new Verdict(holds, test.describe());
  }

  /** What was found is said, but never the value of a variable. */
  private static Verdict surroundings(Condition.Test test, Features prompt) {
    Circumstances around = prompt.circumstances();
    if (test instanceof Condition.HasFile has) {
      Optional<String> found =
          prompt.files().stream()
              .filter(file -> has.patterns().stream().anyMatch(p -> p.matches(file)))
              .findFirst();
      return told(test, found.isPresent(), found.map(FilePattern::nameOf).orElse("none such"));
    }
    if (test instanceof Condition.InLanguage in) {
      Optional<Language> language = prompt.language();
      return told(
          test,
          language.filter(in.languages()::contains).isPresent(),
          language.map(Language::code).orElse("cannot tell"));
    }
    if (test instanceof Condition.AtTime at) {
      boolean holds = at.windows().stream().anyMatch(window -> window.contains(around.now()));
      return told(test, holds, TIME.format(around.now()));
    }
    boolean holds =
        ((Condition.Env) test)
            .variables().stream().anyMatch(v -> v.fits(around.variable(v.name())));
    return new Verdict(holds, test.describe());
  }

  private static Verdict told(Condition.Test test, boolean holds, String found) {
    return new Verdict(holds, test.describe() + " (" + found + ")");
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
