package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.history.PastConversation;
import dev.medley.history.PastFile;
import dev.medley.history.Place;
import dev.medley.route.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What a command sends, whoever it goes to.
 *
 * @param command such as {@code ask}
 * @param files what of the prompt came from files
 * @param route why these models, when they were chosen by medley
 * @param follows the conversation that it goes on with
 */
record Request(
    String command,
    Prompt prompt,
    List<PastFile> files,
    Optional<Decision> route,
    Optional<PastConversation> follows) {
  Request(String command, Prompt prompt, List<PastFile> files) {
    this(command, prompt, files, Optional.empty(), Optional.empty());
  }

  Request routed(Decision decision) {
    return new Request(command, prompt, files, Optional.of(decision), follows);
  }

  Request following(Optional<PastConversation> before) {
    return new Request(command, prompt, files, route, before);
  }

  /** Where a run of this id stands. */
  Place place(String runId) {
    return follows.map(before -> before.next(runId)).orElseGet(() -> Place.first(runId));
  }
}
