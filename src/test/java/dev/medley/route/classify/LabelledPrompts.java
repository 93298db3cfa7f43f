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
   * @param held whether it is kept from the tuning
   */
  record Labelled(Kind kind, String text, boolean held) {}

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
                prompt.get("held").isPresent()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
