package dev.medley.config;

/**
 * What is remembered.
 *
 * @param enabled whether anything is
 * @param bodies whether prompts and answers are, or their numbers only
 */
public record HistorySettings(boolean enabled, boolean bodies) {}
