package dev.medley.compare.judge;

/**
 * What the judge said of two answers to a prompt.
 *
 * @param key of the case
 * @param run from 1
 * @param flipped whether it is a tie because the two orders gave different verdicts
 * @param reason in the judge's words
 */
public record Verdict(String key, int run, Duel duel, boolean flipped, String reason) {}
