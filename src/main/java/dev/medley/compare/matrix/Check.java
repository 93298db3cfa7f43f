package dev.medley.compare.matrix;

/** Something that an answer must be to be a good one. Called from several threads. */
public interface Check {
  /** As the user wrote it, such as {@code contains: Paris}. */
  String name();

  /** Whether a model is asked for it, so that what it has said once stands. */
  default boolean asksModel() {
    return false;
  }

  /**
   * Never throws for what a model says.
   *
   * @param answered a result with an answer in it
   */
  CheckResult of(CaseResult answered);
}
