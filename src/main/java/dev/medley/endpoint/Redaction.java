package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.Outcome;
import dev.medley.chat.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of what a failure says: some servers repeat the key that they refuse. */
final class Redaction {
  private static final String HIDDEN = "…";

  /** Shorter ones, such as {@code none} for a local server, are words that occur anyway. */
  private static final int SHORTEST = 8;

  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i).*(auth|key|token|secret|cookie|password).*");

  private final List<String> secrets = new ArrayList<>();

  /**
   * @param key empty for none
   */
  Redaction(String key, Provider provider) {
    secrets.add(key);
    provider.headers().entrySet().stream()
        .filter(header -> SECRET_HEADER.matcher(header.getKey()).matches())
        .forEach(header -> secrets.add(header.getValue()));
    secrets.removeIf(secret -> secret.length() < SHORTEST);
  }

  Outcome of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed && !secrets.isEmpty()) {
      Failure failure = failed.failure();
      return new Outcome.Failed(
          failure.withMessage(hide(failure.message())).withDetail(hide(failure.detail())),
          failed.reply(),
          failed.timing());
    }
    return outcome;
  }

  private String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }
}
