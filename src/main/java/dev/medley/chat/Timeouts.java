package dev.medley.chat;

import java.time.Duration;

/**
 * Bounds on one try; {@link Duration#ZERO} is none.
 *
 * @param connect opening the connection, TLS included
 * @param firstToken from the sent request to the first text or reasoning
 * @param idle silence between two bytes
 * @param total from the start of the try to its end
 */
public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(300));
}
