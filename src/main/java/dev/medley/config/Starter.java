package dev.medley.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The file that {@code medley config init} writes. */
public final class Starter {
  private Starter() {}

  /**
   * @param model whom to ask when nobody is named; empty: that is left to the reader
   */
  public static String text(Optional<String> model) {
    try (InputStream in = Starter.class.getResourceAsStream("starter.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return model
          .map(name -> text.replace("#default_model: fast", "default_model: \"" + name + "\""))
          .orElse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
