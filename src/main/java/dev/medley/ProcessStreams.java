package dev.medley;

import dev.medley.cli.HiddenInput;
import dev.medley.cli.Streams;
import dev.medley.cli.Streams.InputKind;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The process's own streams. What is at their ends is seen by the launcher, for which it costs
 * nothing, and passed as {@code medley.stdio}: three words for standard input, output and error.
 * The size of the terminal comes the same way.
 */
final class ProcessStreams {
  private static final String STDIO = "medley.stdio";
  private static final String COLUMNS = "medley.columns";
  private static final String ROWS = "medley.rows";

  private ProcessStreams() {}

  static Streams open() {
    String told = System.getProperty(STDIO);
    // A console takes some milliseconds to look for.
    List<String> ends = List.of((told == null ? guess() : told).split(","));
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        input(ends.get(0)),
        new FileOutputStream(FileDescriptor.out),
        ends.get(1).equals("terminal"),
        new FileOutputStream(FileDescriptor.err),
        ends.get(2).equals("terminal"),
        Integer.getInteger(COLUMNS, 0),
        Integer.getInteger(ROWS, 0));
  }

  /**
   * Typed at the terminal without echo; the JDK has none to offer when either end is no terminal.
   */
  static HiddenInput hiddenInput() {
    return prompt ->
        Optional.ofNullable(System.console())
            .map(console -> console.readPassword("%s", prompt))
            .map(String::new);
  }

  private static InputKind input(String word) {
    return switch (word) {
      case "pipe" -> InputKind.PIPE;
      case "file" -> InputKind.FILE;
      case "terminal" -> InputKind.TERMINAL;
      default -> InputKind.NONE;
    };
  }

  /** Without the launcher: a console is a terminal at both ends, anything else a pipe. */
  private static String guess() {
    return System.console() == null ? "pipe,pipe,pipe" : "terminal,terminal,terminal";
  }
}
