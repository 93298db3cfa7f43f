package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.util.List;

/**
 * Ends a command before anything was sent: wrong usage, configuration, or a name that is not known.
 */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Failure failure;
  private final transient List<String> details;

  public CommandFailed(Failure failure) {
    this(failure, List.of());
  }

  /**
   * @param details one line each, such as the problems of a configuration
   */
  public CommandFailed(Failure failure, List<String> details) {
    super(failure.message());
    this.failure = failure;
    this.details = List.copyOf(details);
  }

  static CommandFailed usage(String message, String hint) {
    return new CommandFailed(Failure.of(FailureKind.USAGE, message).withHint(hint));
  }

  Failure failure() {
    return failure;
  }

  List<String> details() {
    return details;
  }
}
