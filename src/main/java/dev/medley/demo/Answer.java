package dev.medley.demo;

import java.util.List;

/**
 * What a simulated model says, token by token.
 *
 * @param finishReason {@code stop} or {@code length}
 */
record Answer(List<String> reasoning, List<String> text, String finishReason) {
  static final Answer NOTHING = new Answer(List.of(), List.of(), "stop");

  /** Cut at the first stop text and at the limit, which counts reasoning too. */
  static Answer of(String reasoning, String text, ChatRequest request) {
    int end = text.length();
    for (String stop : request.stop()) {
      int at = text.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    Answer answer =
        new Answer(Tokens.split(reasoning), Tokens.split(text.substring(0, end)), "stop");
    long limit = request.maxTokens().orElse(Long.MAX_VALUE);
    return answer.size() <= limit ? answer : answer.first((int) limit);
  }

  /** Its tokens, reasoning included. */
  int size() {
    return reasoning.size() + text.size();
  }

  /** So many tokens of it, reasoning first. */
  private Answer first(int tokens) {
    int thought = Math.min(tokens, reasoning.size());
    return new Answer(reasoning.subList(0, thought), text.subList(0, tokens - thought), "length");
  }
}
