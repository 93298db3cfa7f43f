package dev.medley.config;

import java.util.Optional;

/**
 * Something wrong in a configuration.
 *
 * @param path of the key, such as {@code models.fast.id} or {@code rules[2].when}, lists counted
 *     from 1 as in the reasons that routing gives; empty for a whole file
 * @param message for a person; never holds a key
 * @param suggestion the nearest right name
 */
public record Problem(Origin origin, String path, String message, Optional<String> suggestion) {
  public static Problem of(Origin origin, String path, String message) {
    return new Problem(origin, path, message, Optional.empty());
  }

  /** {@code FILE:LINE: path: message (did you mean "x"?)}. */
  @Override
  public String toString() {
    return origin.label()
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + suggestion.map(name -> " (did you mean \"" + name + "\"?)").orElse("");
  }
}
