package dev.medley.send;

import dev.medley.config.Target;
import dev.medley.history.Ending;
import dev.medley.history.Heading;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastModel;
import dev.medley.history.PastRun;
import dev.medley.history.Question;
import dev.medley.history.ServedModel;

/** What became of prompts, as it is kept in the history. No header and no key is among it. */
public final class PastRuns {
  private PastRuns() {}

  public static PastRun of(Heading heading, Question question, Delivery delivery) {
    return new PastRun(
        heading,
        model(delivery.requested()),
        question,
        delivery.attempts().stream().map(PastRuns::attempt).toList(),
        new Ending(
            Attempt.Result.of(delivery.outcome()).wireName(),
            model(delivery.model()),
            delivery.outcome(),
            delivery.usage(),
            delivery.cost()));
  }

  private static PastModel model(Target target) {
    return new PastModel(target.name(), target.ref());
  }

  private static PastAttempt attempt(Attempt attempt) {
    Target target = attempt.target();
    return new PastAttempt(
        model(target),
        ServedModel.at(target.provider().baseUrl(), target.ref().id()).baseUrl(),
        attempt.waited().length(),
        attempt.waited().reason(),
        attempt.result().wireName(),
        attempt.outcome(),
        attempt.cost(),
        attempt.billed());
  }
}
