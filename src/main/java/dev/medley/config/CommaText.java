package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Look;
import dev.medley.config.ConfigNode.Scalar;
import dev.medley.config.Shape.Fields;
import dev.medley.config.Shape.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts {@code {description: summaries, tags}} back together. To YAML the words after the comma are
 * keys without a value; a person who writes it means one text.
 */
final class CommaText {
  private static final Set<String> TEXTS = Set.of("description", "system");

  private CommaText() {}

  static Entries mend(Entries root) {
    if (!(root.entries().get("tasks") instanceof Entries tasks)) {
      return root;
    }
    Map<String, ConfigNode> mended = new LinkedHashMap<>(tasks.entries());
    mended.replaceAll((name, task) -> task instanceof Entries map ? task(map) : task);
    Map<String, ConfigNode> all = new LinkedHashMap<>(root.entries());
    all.put("tasks", new Entries(mended, tasks.origin()));
    return new Entries(all, root.origin());
  }

  private static Entries task(Entries task) {
    Map<String, ConfigNode> kept = new LinkedHashMap<>();
    String open = "";
    for (Map.Entry<String, ConfigNode> entry : task.entries().entrySet()) {
      if (isRest(entry) && kept.get(open) instanceof Scalar text && sameLine(text, entry)) {
        kept.put(open, new Scalar(text.text() + ", " + entry.getKey(), Look.TEXT, text.origin()));
      } else {
        kept.put(entry.getKey(), entry.getValue());
        open = TEXTS.contains(entry.getKey()) ? entry.getKey() : "";
      }
    }
    return new Entries(kept, task.origin());
  }

  private static boolean isRest(Map.Entry<String, ConfigNode> entry) {
    Named tasks = (Named) Schema.ROOT.fields().get("tasks");
    Set<String> known = ((Fields) tasks.each()).fields().keySet();
    return entry.getValue() instanceof Scalar value
        && value.look() == Look.NOTHING
        && value.text().isEmpty()
        && !known.contains(entry.getKey());
  }

  private static boolean sameLine(Scalar text, Map.Entry<String, ConfigNode> entry) {
    return text.origin().equals(entry.getValue().origin());
  }
}
