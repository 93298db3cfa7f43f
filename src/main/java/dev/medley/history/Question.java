package dev.medley.history;

import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * What was asked, as far as it is kept.
 *
 * @param user the user's message without what came before it; empty: bodies are not kept
 * @param system empty: none, or bodies are not kept
 * @param parameters request fields that were asked for
 * @param streamed whether the answer was wanted piece by piece
 * @param models names of all that could have been asked, in order
 * @param form what the answer had to be, as a JSON object; empty: anything
 */
public record Question(
    Optional<String> user,
    Optional<String> system,
    Parameters parameters,
    boolean streamed,
    List<String> models,
    List<PastFile> files,
    Optional<String> form) {
  public Question {
    models = List.copyOf(models);
    files = List.copyOf(files);
  }

  /** The last turn of a prompt. */
  public static Question of(
      Prompt prompt, List<String> models, List<PastFile> files, Optional<String> form) {
    return new Question(
        Optional.of(prompt.userText()),
        Optional.of(prompt.systemText()).filter(text -> !text.isEmpty()),
        prompt.parameters(),
        prompt.stream(),
        models,
        files,
        form);
  }

  Question withoutBodies() {
    return new Question(
        Optional.empty(), Optional.empty(), parameters, streamed, models, files, form);
  }
}
