package dev.medley.repl;

import java.util.List;

/** Proposes what may stand in a place. It must be instant: nothing is asked over the network. */
public interface Completion {
  Completion NONE = (chat, before, word) -> List.of();

  /**
   * @param before the whole words between the command and this place
   * @param word what stands there so far; proposals need not begin with it
   */
  List<Suggestion> suggest(Chat chat, List<String> before, String word);
}
