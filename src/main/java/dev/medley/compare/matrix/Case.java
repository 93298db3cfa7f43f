package dev.medley.compare.matrix;

import java.util.List;

/**
 * One question, to be put to each model, in one of its runs.
 *
 * @param key names the case in every run of the same prompts, whatever the models, the order and
 *     the options' values: the row's {@code id}, else 12 hex digits of the SHA-256 of the prompt;
 *     then {@code ~2} for the second of two equal ones, {@code /s2} for the second system prompt
 *     and {@code /o3} for the third variant of the options
 * @param number from 1, in the order in which cases were given; the runs of one have it in common
 * @param run from 1
 * @param checks what an answer is checked to be; of a result that was read from a file: none,
 *     because its checks are done
 */
public record Case(String key, int number, int run, Question question, List<Check> checks) {
  public Case {
    checks = List.copyOf(checks);
  }
}
