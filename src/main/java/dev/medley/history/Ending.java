package dev.medley.history;

import dev.medley.catalog.Cost;
import dev.medley.chat.Outcome;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;

/**
 * How a run ended.
 *
 * @param result answered, failed, truncated or cancelled
 * @param model the one that answered, else the last one tried
 * @param outcome with the text that came, as far as it is kept
 * @param usage what was billed over all attempts
 * @param cost of all billed attempts
 */
public record Ending(String result, PastModel model, Outcome outcome, Usage usage, Cost cost) {
  Ending withoutBodies() {
    Reply had = outcome.reply();
    Reply bare = new Reply("", "", had.finishReason(), had.resolvedModel(), had.usage());
    Outcome silent =
        outcome.fold(
            answered -> new Outcome.Answered(bare, answered.timing()),
            failed -> new Outcome.Failed(failed.failure(), bare, failed.timing()));
    return new Ending(result, model, silent, usage, cost);
  }
}
