package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.ModelListing;
import dev.medley.chat.Outcome;
import dev.medley.chat.Provider;
import java.util.ArrayList;
import java.util.List;

/** Takes secrets out of what a failure says: some servers repeat the key that they refuse. */
final class Redaction {
  private static final String HIDDEN = "…";

  /** Shorter ones, such as {@code none} for a local server, are words that occur anyway. */
  private static final int SHORTEST = 8;

  private final List<String> secrets = new ArrayList<>();

  /**
   * @param key empty for none
   */
  Redaction(String key, Provider provider) {
    secrets.add(key);
    provider.headers().entrySet().stream()
        .filter(header -> ShownUrl.namesSecret(header.getKey()))
        .forEach(header -> addParts(header.getValue()));
    secrets.addAll(ShownUrl.secrets(provider.baseUrl()));
    secrets.removeIf(secret -> secret.length() < SHORTEST);
  }

  /** Of {@code Bearer sk-…} a server repeats the second word alone. */
  private void addParts(String value) {
    secrets.add(value);
    secrets.addAll(List.of(value.split("\\s+")));
  }

  Outcome of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed && !secrets.isEmpty()) {
      return new Outcome.Failed(of(failed.failure()), failed.reply(), failed.timing());
    }
    return outcome;
  }

  ModelListing of(ModelListing listing) {
    return listing
        .failure()
        .map(failure -> ModelListing.failed(of(failure), listing.journey()))
        .orElse(listing);
  }

  private Failure of(Failure failure) {
    return failure
        .withMessage(hide(failure.message()))
        .withDetail(hide(failure.detail()))
        .withHint(hide(failure.hint()));
  }

  private String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }
}
