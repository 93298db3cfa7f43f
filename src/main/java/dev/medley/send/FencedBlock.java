package dev.medley.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds fenced code blocks as CommonMark has them: three or more backticks or tildes, closed by at
 * least as many of the same, or by the end of the text. An opening fence may stand at any depth,
 * because models put blocks into lists.
 */
public final class FencedBlock {
  private static final Pattern OPENING = Pattern.compile("([ \\t]*)(`{3,}(?=[^`]*$)|~{3,}).*");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private FencedBlock() {}

  /** What stands in the first block, without its fences; empty when there is no block. */
  public static Optional<String> first(String text) {
    List<String> lines = List.of(LINE_END.split(text, -1));
    for (int i = 0; i < lines.size(); i++) {
      Matcher opening = OPENING.matcher(lines.get(i));
      if (opening.matches()) {
        return Optional.of(inside(lines.subList(i + 1, lines.size()), opening));
      }
    }
    return Optional.empty();
  }

  private static String inside(List<String> lines, Matcher opening) {
    String fence = opening.group(2);
    Pattern closing =
        Pattern.compile("[ \\t]*" + fence.charAt(0) + "{" + fence.length() + ",}[ \\t]*");
    List<String> content = new ArrayList<>();
    for (String line : lines) {
      if (closing.matcher(line).matches()) {
        break;
      }
      content.add(withoutIndent(line, opening.group(1).length()));
    }
    return String.join("\n", content);
  }

  /** As deep as the opening fence stands, but never into the content itself. */
  private static String withoutIndent(String line, int depth) {
    int from = 0;
    while (from < Math.min(depth, line.length()) && " \t".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    return line.substring(from);
  }
}
