package dev.medley.compare.checks;

import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of {@link Pattern} that must be found somewhere in the answer. One that
 * backtracks without end is given up after a number of steps, the same on every machine.
 */
record RegexCheck(String name, Pattern pattern) implements Check {
  private static final long MOST_STEPS = 20_000_000;

  static RegexCheck of(CheckSpec spec) {
    try {
      return new RegexCheck(spec.name(), Pattern.compile(TextChecks.needed(spec)));
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "\"" + spec.text() + "\" is no regular expression: " + wrong.getDescription());
    }
  }

  @Override
  public CheckResult of(CaseResult answered) {
    try {
      boolean found = pattern.matcher(new Counted(answered.text(), new Steps())).find();
      return new CheckResult(name, found, "");
    } catch (TooManySteps | StackOverflowError endless) {
      return new CheckResult(name, false, "the expression backtracks too much on this answer");
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  private static final class Steps {
    private long taken;

    void step() {
      if (++taken > MOST_STEPS) {
        throw new TooManySteps();
      }
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(CharSequence text, Steps steps) implements CharSequence {
    @Override
    public char charAt(int index) {
      steps.step();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
