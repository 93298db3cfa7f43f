package dev.medley.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When a rule holds. A value only; what a prompt is like is found out elsewhere. */
public sealed interface Condition {
  /** Holds for every prompt. */
  Condition ALWAYS = new And(List.of());

  /** As a person would read it, such as {@code input_tokens >60000}. */
  String describe();

  /** All hold. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String describe() {
      return parts.isEmpty() ? "always" : joined(parts, " and ");
    }
  }

  /** At least one holds. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String describe() {
      return joined(parts, " or ");
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public String describe() {
      return "not " + inner(part);
    }
  }

  /** Looks at one property of a prompt. */
  sealed interface Test extends Condition {}

  /** The prompt's estimated number of tokens. */
  record InputTokens(NumberRange range) implements Test {
    @Override
    public String describe() {
      return "input_tokens " + range.written();
    }
  }

  /** The prompt's number of characters. */
  record InputChars(NumberRange range) implements Test {
    @Override
    public String describe() {
      return "input_chars " + range.written();
    }
  }

  /** Words that the prompt has, or has not. */
  record Words(Quantity quantity, List<Phrase> phrases) implements Test {
    public Words {
      phrases = List.copyOf(phrases);
    }

    @Override
    public String describe() {
      String list = phrases.stream().map(Phrase::describe).collect(Collectors.joining(", "));
      return phrases.size() == 1 && quantity != Quantity.NONE
          ? list
          : quantity.word() + " of " + list;
    }
  }

  /** Whether the prompt came through a pipe, at least in part. */
  record Stdin(boolean wanted) implements Test {
    @Override
    public String describe() {
      return wanted ? "stdin" : "no stdin";
    }
  }

  /** Whether the prompt has source code in it. */
  record HasCode(boolean wanted) implements Test {
    @Override
    public String describe() {
      return wanted ? "has code" : "has no code";
    }
  }

  /** Whether an image goes with the prompt. */
  record HasImage(boolean wanted) implements Test {
    @Override
    public String describe() {
      return wanted ? "has image" : "has no image";
    }
  }

  /** Whether a file of one of these names goes with the prompt. */
  record HasFile(List<FilePattern> patterns) implements Test {
    public HasFile {
      patterns = List.copyOf(patterns);
    }

    @Override
    public String describe() {
      return "has file " + alternatives(patterns, FilePattern::written);
    }
  }

  /** Whether the prompt is written in one of these languages. */
  record InLanguage(List<Language> languages) implements Test {
    public InLanguage {
      languages = List.copyOf(languages);
    }

    @Override
    public String describe() {
      return "language " + alternatives(languages, Language::code);
    }
  }

  /** Whether the answer has to fit a JSON schema. */
  record WithSchema(boolean wanted) implements Test {
    @Override
    public String describe() {
      return wanted ? "schema" : "no schema";
    }
  }

  /** Whether it is one of these parts of the week. */
  record AtTime(List<TimeWindow> windows) implements Test {
    public AtTime {
      windows = List.copyOf(windows);
    }

    @Override
    public String describe() {
      return "time " + alternatives(windows, TimeWindow::written);
    }
  }

  /** Whether one of these variables is set, or set to that. */
  record Env(List<EnvValue> variables) implements Test {
    public Env {
      variables = List.copyOf(variables);
    }

    @Override
    public String describe() {
      return "env " + alternatives(variables, EnvValue::written);
    }
  }

  /** How many of the {@link Words} must be found. */
  enum Quantity {
    ANY,
    ALL,
    NONE;

    /** The word in the configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static <T> String alternatives(List<T> parts, Function<T, String> written) {
    return parts.stream().map(written).collect(Collectors.joining(" or "));
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.size() == 1
        ? parts.get(0).describe()
        : parts.stream().map(Condition::inner).collect(Collectors.joining(word));
  }

  private static String inner(Condition part) {
    boolean several =
        (part instanceof And and && and.parts().size() > 1)
            || (part instanceof Or or && or.parts().size() > 1);
    return several ? "(" + part.describe() + ")" : part.describe();
  }
}
