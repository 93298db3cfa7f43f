package dev.medley.route;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;
import java.util.regex.Pattern;

/**
 * What rules can ask of a prompt.
 *
 * @param text the user's words, files and piped input included
 * @param tokens estimated, system prompt included
 * @param stdin whether part of it came through a pipe
 * @param code whether it holds source code or a stack trace
 */
public record Features(String text, long tokens, boolean stdin, boolean code) {
  private static final Pattern CODE =
      Pattern.compile(
          "```|^\\s*(import|package|#include|def|class|public|private|func|fn|const|let|var)\\b.*[;{:(]"
              + "|^\\s*at [\\w.$]+\\(|^Traceback \\(|[;{}]\\s*$\\R.*[;{}]\\s*$",
          Pattern.MULTILINE);

  public static Features of(Prompt prompt, boolean stdin) {
    String text = prompt.userText();
    return new Features(text, TokenEstimate.of(prompt), stdin, CODE.matcher(text).find());
  }

  /** Characters, not bytes and not UTF-16 units. */
  public int chars() {
    return text.codePointCount(0, text.length());
  }
}
