package dev.medley.history;

/**
 * How a model did in blind votes on a task.
 *
 * @param votes in which it took part
 * @param wins of those, votes for it
 * @param ties of those, votes for nobody because all were as good
 */
public record VoteCount(String task, String model, int votes, int wins, int ties) {}
