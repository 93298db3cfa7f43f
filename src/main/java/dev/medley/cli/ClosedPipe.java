package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Nothing more can be written to standard output. Mostly whoever read it has gone, as {@code head}
 * does: a quiet end. A full disk is an error.
 */
final class ClosedPipe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of ENOSPC, EDQUOT, EFBIG and EIO, and of Windows. */
  private static final Set<String> LOST =
      Set.of(
          "No space left on device",
          "Disk quota exceeded",
          "File too large",
          "Input/output error",
          "There is not enough space on the disk");

  ClosedPipe(IOException cause) {
    super(cause);
  }

  /** What went wrong; empty when there is only nobody who reads any more. */
  Optional<Failure> failure() {
    return Optional.ofNullable(getCause().getMessage())
        .filter(LOST::contains)
        .map(reason -> Failure.of(FailureKind.INTERNAL, "cannot write the output: " + reason))
        .map(failure -> failure.withHint("make room, or write elsewhere"));
  }
}
