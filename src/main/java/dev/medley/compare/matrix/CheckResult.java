package dev.medley.compare.matrix;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param check its name, such as {@code contains: Paris}
 * @param detail why it did not pass, or a figure such as the similarity; may be empty
 * @param hearing empty: no model was asked for it
 */
public record CheckResult(String check, boolean passed, String detail, Optional<Hearing> hearing) {
  /** Found without a model. */
  public CheckResult(String check, boolean passed, String detail) {
    this(check, passed, detail, Optional.empty());
  }

  /** Whether a judge was to decide, and did not. */
  public boolean open() {
    return hearing.filter(heard -> !heard.decided()).isPresent();
  }
}
