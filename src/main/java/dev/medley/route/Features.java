package dev.medley.route;

import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Prompt;

/**
 * What rules can ask of a prompt.
 *
 * @param text the user's words, files and piped input included
 * @param tokens estimated, system prompt included
 * @param stdin whether part of it came through a pipe
 * @param code whether it holds source code or a stack trace
 */
public record Features(String text, long tokens, boolean stdin, boolean code) {
  public static Features of(Prompt prompt, boolean stdin) {
    String text = prompt.userText();
    return new Features(text, TokenEstimate.of(prompt), stdin, SourceCode.in(text));
  }

  /** Characters, not bytes and not UTF-16 units. */
  public int chars() {
    return text.codePointCount(0, text.length());
  }
}
