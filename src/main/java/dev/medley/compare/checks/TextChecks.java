package dev.medley.compare.checks;

import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.CheckResult;
import java.util.function.Predicate;

/** Checks of the answer's letters; upper and lower case differ. */
final class TextChecks {
  private TextChecks() {}

  static Check contains(CheckSpec spec) {
    String wanted = needed(spec);
    return new TextCheck(spec.name(), text -> text.contains(wanted));
  }

  static Check containsNot(CheckSpec spec) {
    String unwanted = needed(spec);
    return new TextCheck(spec.name(), text -> !text.contains(unwanted));
  }

  /** White space around the answer and around what was written does not count. */
  static Check equal(CheckSpec spec) {
    String wanted = spec.text().strip();
    return new TextCheck(spec.name(), text -> text.strip().equals(wanted));
  }

  static String needed(CheckSpec spec) {
    if (spec.text().isEmpty()) {
      throw new IllegalArgumentException(
          spec.kind() + " needs a value: write " + spec.kind() + ": TEXT");
    }
    return spec.text();
  }

  private record TextCheck(String name, Predicate<String> holds) implements Check {
    @Override
    public CheckResult of(CaseResult answered) {
      return new CheckResult(name, holds.test(answered.text()), "");
    }
  }
}
