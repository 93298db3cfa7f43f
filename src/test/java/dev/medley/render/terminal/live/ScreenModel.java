package dev.medley.render.terminal.live;

import dev.medley.render.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal as far as the live view uses one: text, line ends, the cursor's place, clearing, and
 * the alternate screen. What it does not know fails.
 */
final class ScreenModel {
  private static final Pattern PART =
      Pattern.compile("\u001b\\[(\\??)([0-9;]*)([A-Za-z])|\n|[^\u001b\n]+");

  private final List<String> history = new ArrayList<>();
  private String openLine = "";
  private String[] alternate = {};
  private boolean onAlternate;
  private boolean cursorHidden;
  private boolean wrapping = true;
  private int row;
  private int column;
  private int columns;

  ScreenModel(int columns, int rows) {
    resize(columns, rows);
  }

  void resize(int newColumns, int rows) {
    columns = newColumns;
    alternate = new String[rows];
    java.util.Arrays.fill(alternate, "old");
  }

  void write(String output) {
    Matcher part = PART.matcher(output);
    int at = 0;
    while (part.find()) {
      if (part.start() != at) {
        throw new AssertionError("not understood: " + output.substring(at));
      }
      at = part.end();
      if (part.group(3) != null) {
        command(part.group(1) + part.group(2) + part.group(3));
      } else {
        text(part.group());
      }
    }
  }

  private void command(String command) {
    if (command.endsWith("m")) {
      return;
    }
    switch (command) {
      case "?1049h" -> onAlternate = true;
      case "?1049l" -> onAlternate = false;
      case "?25l" -> cursorHidden = true;
      case "?25h" -> cursorHidden = false;
      case "?7l" -> wrapping = false;
      case "?7h" -> wrapping = true;
      case "H" -> row = column = 0;
      case "2J" -> java.util.Arrays.fill(alternate, "");
      case "K" -> alternate[row] = cut(alternate[row], column);
      default -> {
        String[] place = command.substring(0, command.length() - 1).split(";");
        row = Integer.parseInt(place[0]) - 1;
        column = Integer.parseInt(place[1]) - 1;
      }
    }
  }

  private void text(String text) {
    if (!onAlternate) {
      if (text.equals("\n")) {
        history.add(openLine);
        openLine = "";
      } else {
        openLine += text;
      }
      return;
    }
    if (column + DisplayWidth.of(text) > columns) {
      throw new AssertionError("too wide for " + columns + ": " + text);
    }
    alternate[row] = cut(alternate[row], column) + text;
    column += DisplayWidth.of(text);
  }

  private static String cut(String line, int column) {
    int end = 0;
    while (end < line.length() && DisplayWidth.of(line.substring(0, end + 1)) <= column) {
      end++;
    }
    return line.substring(0, end);
  }

  /** What is seen on the alternate screen. */
  String seen() {
    StringBuilder all = new StringBuilder();
    for (String line : alternate) {
      all.append(line.stripTrailing()).append('\n');
    }
    return all.toString();
  }

  /** What stays when the alternate screen is left. */
  String history() {
    return String.join("\n", history) + "\n";
  }

  boolean onAlternate() {
    return onAlternate;
  }

  /** Whether the terminal is as it was found. */
  boolean asFound() {
    return !onAlternate && !cursorHidden && wrapping;
  }
}
