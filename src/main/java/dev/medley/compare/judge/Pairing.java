package dev.medley.compare.judge;

import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Digest;

/**
 * Two answers to a prompt, by what they are: a judgement on them holds for no others.
 *
 * @param key of the case
 * @param run from 1
 * @param first who gave the first answer
 * @param answers of prompt and answers, see {@link Digest}: 16 hex digits
 */
record Pairing(String key, int run, String first, String second, String answers) {
  private static final int DIGITS = 16;

  static Pairing of(Group group, int first, int second) {
    Case asked = group.asked();
    return new Pairing(
        asked.key(),
        asked.run(),
        model(group, first),
        model(group, second),
        digest(asked.question().prompt(), group.text(first), group.text(second)));
  }

  private static String model(Group group, int position) {
    return group.results().get(position).orElseThrow().model().toString();
  }

  private static String digest(String prompt, String first, String second) {
    return Digest.hex(
        prompt.length() + ":" + prompt + first.length() + ":" + first + second, DIGITS);
  }
}
