package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.history.PastFile;
import dev.medley.route.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What a command sends, whoever it goes to.
 *
 * @param command such as {@code ask}
 * @param files what of the prompt came from files
 * @param route why these models, when they were chosen by medley
 */
record Request(String command, Prompt prompt, List<PastFile> files, Optional<Decision> route) {
  Request(String command, Prompt prompt, List<PastFile> files) {
    this(command, prompt, files, Optional.empty());
  }
}
