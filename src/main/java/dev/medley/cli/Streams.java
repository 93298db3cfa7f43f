package dev.medley.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process's three streams, and what is at their ends.
 *
 * @param inputKind decides whether standard input is read at all
 * @param columns the terminal's width; 0 when it is not known or there is none
 * @param rows its height; 0 likewise
 */
public record Streams(
    InputStream in,
    InputKind inputKind,
    OutputStream out,
    boolean outIsTerminal,
    OutputStream err,
    boolean errIsTerminal,
    int columns,
    int rows) {
  /** What standard input is. */
  public enum InputKind {
    PIPE,
    FILE,
    TERMINAL,
    /** Closed, {@code /dev/null}, a socket: never read unasked. */
    NONE
  }
}
