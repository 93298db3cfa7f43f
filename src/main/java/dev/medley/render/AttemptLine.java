package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one line about a run in which something happened: who failed, why, and who answered. */
public final class AttemptLine {
  private AttemptLine() {}

  /** Empty when the first attempt answered: then there is nothing to say. */
  public static Optional<String> of(Delivery delivery) {
    List<Attempt> attempts = delivery.attempts();
    if (attempts.size() < 2) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      int tries = 1;
      while (i + 1 < attempts.size() && same(attempts.get(i), attempts.get(i + 1), delivery)) {
        tries++;
        i++;
      }
      String step = attempts.get(i).target().ref() + " " + happened(attempts.get(i), delivery);
      steps.add(tries == 1 ? step : step + " (" + tries + " tries)");
    }
    return Optional.of(String.join(" → ", steps));
  }

  private static boolean same(Attempt one, Attempt next, Delivery delivery) {
    return one.target().equals(next.target())
        && happened(one, delivery).equals(happened(next, delivery));
  }

  private static String happened(Attempt attempt, Delivery delivery) {
    return switch (attempt.result()) {
      case ANSWERED -> "answered (" + difference(attempt, delivery) + ")";
      case SKIPPED -> "skipped: " + attempt.failure().map(f -> said(f.message())).orElse("");
      case CANCELLED -> attempt.failure().map(f -> "cancelled: " + said(f.message())).orElse("");
      default -> attempt.failure().map(AttemptLine::reason).orElse("failed");
    };
  }

  /** Somebody else's words in one line that cannot command a terminal. */
  static String said(String message) {
    return SafeText.forTerminal(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** {@code 429 rate limit}. */
  public static String reason(Failure failure) {
    String status = failure.status().isPresent() ? failure.status().getAsInt() + " " : "";
    String cause = failure.cause().map(c -> " (" + c.words() + ")").orElse("");
    return status + failure.kind().words() + cause;
  }

  /** What the detour cost: time lost before, and money. */
  private static String difference(Attempt answered, Delivery delivery) {
    String time = "+" + Figures.seconds(delivery.delay());
    return PriceDifference.of(answered, delivery).map(money -> time + ", " + money).orElse(time);
  }
}
