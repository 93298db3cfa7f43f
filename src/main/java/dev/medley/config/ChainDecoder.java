package dev.medley.config;

import dev.medley.config.Section.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code chains}. */
final class ChainDecoder {
  private final KnownNames names;

  ChainDecoder(KnownNames names) {
    this.names = names;
  }

  Map<String, Chain> chains(Section chains) {
    Map<String, Chain> decoded = new LinkedHashMap<>();
    chains.sections().forEach((name, section) -> decoded.put(name, chain(name, section)));
    return decoded;
  }

  private Chain chain(String name, Section section) {
    if (section.texts("models").isEmpty()) {
      section.problem("needs models, such as {models: [a, b]}");
    }
    for (String key : List.of("models", "on_context", "on_policy")) {
      names.checkModels(section.places(key));
    }
    section.places("fallback_on").forEach(place -> checkTrigger(section, place));
    return new Chain(
        name,
        section.texts("models"),
        section.texts("fallback_on"),
        section.parsed("max_price", PriceCap::parse),
        section.texts("on_context"),
        section.texts("on_policy"));
  }

  private static void checkTrigger(Section section, Place place) {
    if (!Triggers.knows(place.text())) {
      Optional<String> near = Nearest.to(place.text(), Triggers.words());
      String message = "no error class \"" + place.text() + "\"";
      section.problems().accept(new Problem(place.origin(), place.path(), message, near));
    }
  }
}
