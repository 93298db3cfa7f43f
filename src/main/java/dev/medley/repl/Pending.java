package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.chat.Role;
import dev.medley.config.TemplateUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes with the next thing that is said. */
public final class Pending {
  private final List<Enclosure> enclosures = new ArrayList<>();

  public void add(Enclosure enclosure) {
    enclosures.add(enclosure);
  }

  /** What waits, by its names. */
  public List<String> names() {
    return enclosures.stream().map(Enclosure::name).toList();
  }

  public void clear() {
    enclosures.clear();
  }

  /** What is said with all that waited, which then waits no longer; put into the template. */
  public Said with(String text, TemplateUse template) {
    List<String> parts = new ArrayList<>(present(enclosures.stream().map(Enclosure::text)));
    if (!text.isBlank()) {
      parts.add(text);
    }
    String input = String.join("\n\n", parts);
    Message message =
        new Message(
            Role.USER,
            template.user(input),
            present(enclosures.stream().map(Enclosure::attachment)));
    Said said =
        new Said(
            message,
            template.system(input),
            enclosures.stream().flatMap(one -> one.files().stream()).toList());
    clear();
    return said;
  }

  private static <T> List<T> present(Stream<Optional<T>> some) {
    return some.flatMap(Optional::stream).toList();
  }
}
