package dev.medley.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * How one simulated model talks. Its phrases stand in a properties file and not in YAML, because
 * that is read in a moment and the first answer is timed.
 */
final class Voice {
  private static final String ANY = "any";

  private final Properties phrases;
  private final String model;

  private Voice(Properties phrases, String model) {
    this.phrases = phrases;
    this.model = model;
  }

  static Voice of(SimulatedModel model) {
    return new Voice(Phrases.ALL, model.id());
  }

  /** One of the model's phrases for the occasion, else one of anybody's; the number picks it. */
  String say(String occasion, int pick) {
    String owner = has(model, occasion) ? model : ANY;
    int count = 1;
    while (phrases.containsKey(key(owner, occasion, count + 1))) {
      count++;
    }
    String phrase = phrases.getProperty(key(owner, occasion, 1 + Math.floorMod(pick, count)), "");
    return phrase.replace("{model}", "demo/" + model);
  }

  private boolean has(String owner, String occasion) {
    return phrases.containsKey(key(owner, occasion, 1));
  }

  private static String key(String owner, String occasion, int number) {
    return owner + "." + occasion + "." + number;
  }

  /** Read once, on the first answer. */
  private static final class Phrases {
    static final Properties ALL = load();

    private static Properties load() {
      Properties phrases = new Properties();
      try (Reader text =
          new InputStreamReader(
              Voice.class.getResourceAsStream("voices.properties"), StandardCharsets.UTF_8)) {
        phrases.load(text);
        return phrases;
      } catch (IOException e) {
        throw new UncheckedIOException("the phrases of the simulated models cannot be read", e);
      }
    }
  }
}
