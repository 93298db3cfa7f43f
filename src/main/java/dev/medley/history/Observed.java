package dev.medley.history;

import java.time.Duration;

/**
 * How fast a model has been lately, over streamed answers.
 *
 * @param firstToken median of the time to the first text or reasoning
 * @param total median of the time to the end of the answer
 * @param samples how many answers that rests on, at least 1
 */
public record Observed(Duration firstToken, Duration total, int samples) {}
