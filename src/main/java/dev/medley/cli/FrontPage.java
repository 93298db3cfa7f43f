package dev.medley.cli;

import dev.medley.render.Style;
import java.util.List;
import java.util.Map;

/**
 * The help of the program as a whole. Laid out here, since picocli would build a model of every
 * command first: that takes longer than starting the JVM.
 */
final class FrontPage {
  static final String SUMMARY =
      "One command line for every model behind an OpenAI-compatible endpoint.";

  static final String VERSION = "print the version";
  static final String HELP = "show this help";

  private static final List<String> EXAMPLES =
      List.of(
          "",
          "Try it without a key:",
          "  medley ask -m demo/swift \"hi\"",
          "  medley compare -m demo/swift,demo/steady,demo/sage \"Explain model routing\"",
          "",
          "medley COMMAND --help shows the options of a command.");

  private final StringBuilder text = new StringBuilder();
  private final int columns;
  private final Style style;

  private FrontPage(int columns, Style style) {
    this.columns = columns;
    this.style = style;
  }

  /** What stands below the summary. */
  static String[] examples() {
    return EXAMPLES.toArray(String[]::new);
  }

  /**
   * The whole page.
   *
   * @param columns of its lines, at most
   */
  static String of(List<CommandEntry> commands, int columns, Style style) {
    FrontPage page = new FrontPage(columns, style);
    page.line("Usage: " + style.bold("medley") + " [OPTIONS] COMMAND");
    page.wrapped(SUMMARY, 0);
    for (String example : EXAMPLES) {
      page.line(example);
    }
    page.line("").line("Commands:").commands(commands);
    page.line("").line("Options:");
    page.line("  " + style.bold("-V") + ", " + style.bold("--version") + "   " + VERSION);
    page.line("  " + style.bold("-h") + ", " + style.bold("--help") + "      " + HELP);
    return page.text + exitCodes();
  }

  private void commands(List<CommandEntry> commands) {
    int widest = 0;
    for (CommandEntry command : commands) {
      widest = Math.max(widest, command.name().length());
    }
    for (CommandEntry command : commands) {
      int room = widest + 2;
      text.append("  ").append(style.bold(command.name()));
      text.append(" ".repeat(room - command.name().length()));
      wrapped(command.summary(), 2 + room);
    }
  }

  /** Lines that follow are indented by two more. */
  private void wrapped(String words, int indent) {
    int start = 0;
    int room = columns - indent;
    while (words.length() - start > room) {
      int space = words.lastIndexOf(' ', start + room);
      int end = space > start ? space : start + room;
      line(words.substring(start, end));
      start = space > start ? end + 1 : end;
      text.append(" ".repeat(indent + 2));
      room = columns - indent - 2;
    }
    line(words.substring(start));
  }

  private FrontPage line(String line) {
    text.append(line).append(System.lineSeparator());
    return this;
  }

  /** From the very function that computes them. */
  static String exitCodes() {
    String end = System.lineSeparator();
    StringBuilder codes = new StringBuilder(end + "Exit codes:" + end);
    for (Map.Entry<Integer, String> code : ExitCode.meanings().entrySet()) {
      String number = code.getKey().toString();
      codes.append(" ".repeat(5 - number.length())).append(number);
      codes.append("  ").append(code.getValue()).append(end);
    }
    return codes.toString();
  }
}
