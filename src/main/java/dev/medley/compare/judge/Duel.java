package dev.medley.compare.judge;

/**
 * Two contestants and which of them was preferred.
 *
 * @param first a position
 * @param second another one
 */
public record Duel(int first, int second, Preference preference) {}
