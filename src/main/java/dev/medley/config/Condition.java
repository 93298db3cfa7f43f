package dev.medley.config;

import java.util.List;
import java.util.Locale;
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
