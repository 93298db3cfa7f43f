package dev.medley.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The models that the demo server plays: three good ones, one that judges and six that show a way
 * to fail.
 */
public enum SimulatedModel {
  SWIFT("fast and cheap, a short answer", 40, 400, Temper::calm),
  STEADY("middling in all, an orderly answer", 150, 150, Temper::calm),
  SAGE("slow and dear, thinks first, the longest answer", 300, 90, Temper::calm),
  JUDGE("for compare --judge: verdicts as JSON, by the number of words", 60, 400, Temper::calm),
  FLAKY("429 with Retry-After on every other request, the first included", 60, 200, Temper::flaky),
  DOWN("503, always overloaded", 0, 1, Temper::overloaded),
  CUT("its answer ends after a third, without a word", 60, 200, Temper::cut),
  STALL("a few tokens, then silence", 60, 200, Temper::stalling),
  SHORT("a window of 64 tokens, an error for a longer prompt", 40, 400, Temper::narrow),
  REFUSE("400, refuses every prompt for its content policy", 0, 1, Temper::refusing);

  private static final String PROVIDER_PREFIX = "demo/";

  private final String description;
  private final Duration firstToken;
  private final int tokensPerSecond;
  private final Supplier<Temper> temper;

  SimulatedModel(
      String description, long firstTokenMillis, int tokensPerSecond, Supplier<Temper> temper) {
    this.description = description;
    this.firstToken = Duration.ofMillis(firstTokenMillis);
    this.tokensPerSecond = tokensPerSecond;
    this.temper = temper;
  }

  /** The name on the wire, such as {@code swift}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it behaves, in a few words for a list. */
  public String description() {
    return description;
  }

  /** From the received request to the first token, at {@link Pace#REAL}. */
  public Duration firstToken() {
    return firstToken;
  }

  /** After the first one, at {@link Pace#REAL}. */
  public int tokensPerSecond() {
    return tokensPerSecond;
  }

  /** When the token of that number is due, counted from 0 and from the received request. */
  Duration due(int token) {
    return firstToken.plus(Duration.ofSeconds(token).dividedBy(tokensPerSecond));
  }

  /** A temper of its own for each server: some remember what they did. */
  Temper newTemper() {
    return temper.get();
  }

  /** By id, with or without {@code demo/} in front. */
  static Optional<SimulatedModel> of(String id) {
    String name = id.startsWith(PROVIDER_PREFIX) ? id.substring(PROVIDER_PREFIX.length()) : id;
    return Arrays.stream(values()).filter(model -> model.id().equals(name)).findFirst();
  }
}
