package dev.medley.chat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model as its endpoint lists it.
 *
 * @param id as sent
 * @param window in tokens
 * @param input USD per million tokens
 * @param output USD per million tokens
 */
public record RemoteModel(
    String id, OptionalLong window, Optional<BigDecimal> input, Optional<BigDecimal> output) {
  /** One of which only the name is known. */
  public static RemoteModel named(String id) {
    return new RemoteModel(id, OptionalLong.empty(), Optional.empty(), Optional.empty());
  }
}
