package dev.medley.repl;

import dev.medley.chat.Message;
import dev.medley.history.PastFile;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the user said.
 *
 * @param system the system prompt that goes with it, where the session has none
 * @param files what of it came from files
 */
public record Said(Message message, Optional<String> system, List<PastFile> files) {
  public Said {
    files = List.copyOf(files);
  }

  /** Something typed, and nothing else. */
  public static Said of(String text) {
    return new Said(Message.user(text), Optional.empty(), List.of());
  }
}
