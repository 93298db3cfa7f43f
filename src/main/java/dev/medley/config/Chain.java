package dev.medley.config;

import java.util.List;
import java.util.Optional;

/**
 * Models in the order in which they are tried.
 *
 * @param fallbackOn error classes that move on to the next, {@code timeout} for all four of its
 *     kind; empty: the usual ones
 * @param maxPrice candidates estimated to cost more are skipped
 * @param onContext who is tried when the prompt is too long
 * @param onPolicy who is tried when the prompt is refused
 */
public record Chain(
    String name,
    List<String> models,
    List<String> fallbackOn,
    Optional<PriceCap> maxPrice,
    List<String> onContext,
    List<String> onPolicy) {
  public Chain {
    models = List.copyOf(models);
    fallbackOn = List.copyOf(fallbackOn);
    onContext = List.copyOf(onContext);
    onPolicy = List.copyOf(onPolicy);
  }

  /** The same chain, walked by these models. */
  public Chain of(List<String> others) {
    return new Chain(name, others, fallbackOn, maxPrice, onContext, onPolicy);
  }
}
