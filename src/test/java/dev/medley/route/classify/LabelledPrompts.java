package dev.medley.route.classify;

import dev.medley.catalog.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The prompts of labelled-prompts.yaml; see there. */
final class LabelledPrompts {
  private LabelledPrompts() {}

  /**
   * One of them.
   *
   * @param part what it is for
   */
  record Labelled(Kind kind, String text, Part part) {}

  /** What a prompt is for. */
  enum Part {
    TUNED_ON,
    /** Kept from the tuning from the beginning. */
    HELD_BACK,
    /** Written when the weights were done. */
    WRITTEN_LATER
  }

  static List<Labelled> all() {
    try (InputStream yaml =
        LabelledPrompts.class.getResourceAsStream("/dev/medley/route/labelled-prompts.yaml")) {
      YamlNode root = YamlNode.read(yaml);
      List<Labelled> all = new ArrayList<>();
      for (YamlNode prompt : root.need("prompts").items()) {
        all.add(
            new Labelled(
                Kind.of(prompt.need("task").text()),
                text(root.need("texts"), prompt),
                part(prompt)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Part part(YamlNode prompt) {
    if (prompt.get("later").isPresent()) {
      return Part.WRITTEN_LATER;
    }
    return prompt.get("held").isPresent() ? Part.HELD_BACK : Part.TUNED_ON;
  }

  private static String text(YamlNode texts, YamlNode prompt) {
    String text = prompt.need("text").text();
    return material(texts, prompt, "above").map(it -> it + "\n" + text).orElse(text)
        + material(texts, prompt, "below").map(it -> "\n\n" + it).orElse("");
  }

  private static Optional<String> material(YamlNode texts, YamlNode prompt, String place) {
    int times = prompt.get("times").map(n -> Integer.parseInt(n.text())).orElse(1);
    return prompt.get(place).map(name -> (texts.need(name.text()).text() + "\n").repeat(times));
  }
}
