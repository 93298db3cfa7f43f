package dev.medley.cli;

import java.io.IOException;

/** Whoever read our output has gone, as {@code head} does: a quiet end, not an error. */
final class ClosedPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClosedPipe(IOException cause) {
    super(cause);
  }
}
