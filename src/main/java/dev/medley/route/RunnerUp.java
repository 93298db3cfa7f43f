package dev.medley.route;

/**
 * Who would be next.
 *
 * @param model such as {@code openai/gpt-4o}
 * @param change what would have to be different for it to win, such as {@code if its estimate fell
 *     below $0.0004 (now $0.006)}
 */
public record RunnerUp(String model, String change) {}
