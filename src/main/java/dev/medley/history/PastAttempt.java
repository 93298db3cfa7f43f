package dev.medley.history;

import dev.medley.catalog.Cost;
import dev.medley.chat.Outcome;
import java.time.Duration;

/**
 * One try, or the decision not to try.
 *
 * @param baseUrl where the model is served, without query
 * @param waited before this try; zero for none
 * @param waitReason empty for none
 * @param result answered, failed, truncated, cancelled or skipped
 * @param outcome without the text that came
 * @param billed whether it can have been
 */
public record PastAttempt(
    PastModel model,
    String baseUrl,
    Duration waited,
    String waitReason,
    String result,
    Outcome outcome,
    Cost cost,
    boolean billed) {}
