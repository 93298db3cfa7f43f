package dev.medley.chat;

import java.util.Optional;

/**
 * What came from an address.
 *
 * @param text of the answer, as UTF-8; empty when it failed
 * @param failure empty: it came
 */
public record Document(String text, Optional<Failure> failure) {
  public static Document failed(Failure failure) {
    return new Document("", Optional.of(failure));
  }
}
