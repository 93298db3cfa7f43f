package dev.medley.repl;

import dev.medley.chat.Attachment;
import dev.medley.history.PastFile;
import java.util.List;
import java.util.Optional;

/**
 * What goes with something said.
 *
 * @param name as the user calls it
 * @param text stands in front of what is said
 * @param attachment stands beside it
 * @param files where it came from, for the history
 */
public record Enclosure(
    String name, Optional<String> text, Optional<Attachment> attachment, List<PastFile> files) {
  public Enclosure {
    files = List.copyOf(files);
  }

  public static Enclosure text(String name, String text, List<PastFile> files) {
    return new Enclosure(name, Optional.of(text), Optional.empty(), files);
  }

  public static Enclosure attachment(String name, Attachment attachment, List<PastFile> files) {
    return new Enclosure(name, Optional.empty(), Optional.of(attachment), files);
  }
}
