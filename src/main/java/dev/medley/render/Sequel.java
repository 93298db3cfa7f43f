package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.fallback.Fallback;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.List;

/** What an attempt led to, and why. */
final class Sequel {
  private final Fallback.Plan plan;
  private final Delivery delivery;
  private final List<Attempt> attempts;

  Sequel(Fallback.Plan plan, Delivery delivery) {
    this.plan = plan;
    this.delivery = delivery;
    this.attempts = delivery.attempts();
  }

  /** In a few words, of the attempt of that number. */
  String of(int number) {
    Attempt attempt = attempts.get(number);
    return switch (attempt.result()) {
      case ANSWERED -> "answered" + firstWords(attempt);
      case CANCELLED -> "called off: another was faster";
      case SKIPPED ->
          "skipped: " + attempt.failure().map(f -> AttemptLine.said(f.message())).orElse("");
      default -> attempt.failure().map(f -> failed(number, attempt, f)).orElse("");
    };
  }

  private static String firstWords(Attempt attempt) {
    return attempt
        .outcome()
        .timing()
        .firstText()
        .map(t -> ", first words after " + Figures.seconds(t))
        .orElse("");
  }

  private String failed(int number, Attempt attempt, Failure failure) {
    return AttemptLine.reason(failure) + firstWords(attempt) + ": " + next(number, failure);
  }

  private String next(int number, Failure failure) {
    if (number == attempts.size() - 1) {
      return end(failure);
    }
    Attempt next = attempts.get(number + 1);
    if (!next.target().equals(attempts.get(number).target())) {
      return "on to " + next.target().ref() + " at once";
    }
    String because = failure.retryAfter().isPresent() ? ", as the server asks" : "";
    return "waits " + Figures.seconds(next.waited().length()) + because + ", nobody else is left";
  }

  private String end(Failure failure) {
    FailureKind kind = delivery.failure().map(Failure::kind).orElse(failure.kind());
    if (kind == FailureKind.TIMEOUT_TOTAL) {
      return "time is over";
    }
    if (failure.kind() == FailureKind.TRUNCATED && !plan.retries().held()) {
      return "stops, its words have been shown (--partial restart would begin again)";
    }
    return plan.movesOn(failure) ? "nobody is left" : "stops, for this is no reason to move on";
  }
}
