package dev.medley.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process's three streams, and what is at their ends.
 *
 * @param inputKind decides whether standard input is read at all
 */
public record Streams(
    InputStream in,
    InputKind inputKind,
    OutputStream out,
    boolean outIsTerminal,
    OutputStream err,
    boolean errIsTerminal) {
  /** What standard input is. */
  public enum InputKind {
    PIPE,
    FILE,
    TERMINAL,
    /** Closed, {@code /dev/null}, a socket: never read unasked. */
    NONE
  }
}
