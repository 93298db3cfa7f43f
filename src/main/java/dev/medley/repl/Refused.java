package dev.medley.repl;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;

/** Ends what was asked for, before anything was sent; the conversation goes on. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Failure failure;

  public Refused(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /**
   * @param hint what to do next; may be empty
   */
  public static Refused usage(String message, String hint) {
    return new Refused(Failure.of(FailureKind.USAGE, message).withHint(hint));
  }

  public Failure failure() {
    return failure;
  }
}
