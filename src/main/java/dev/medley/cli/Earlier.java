package dev.medley.cli;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.history.PastConversation;
import dev.medley.history.PastRun;
import dev.medley.history.RouteTaken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was said before a prompt, by whom, and under which system prompt. */
final class Earlier {
  private final Optional<PastConversation> conversation;
  private final PastModels models;
  private final AttachedAgain files;

  /**
   * @param conversation empty: nothing was said before
   */
  Earlier(Optional<PastConversation> conversation, PastModels models, AttachedAgain files) {
    this.conversation = conversation;
    this.models = models;
    this.files = files;
  }

  Optional<PastConversation> conversation() {
    return conversation;
  }

  Optional<String> system() {
    return conversation.flatMap(PastConversation::system);
  }

  /** The task by which it was routed, if there is still one of that name. */
  Optional<String> task(Targets now) {
    return conversation
        .flatMap(before -> before.last().heading().route())
        .flatMap(RouteTaken::task)
        .filter(now.settings().routing().tasks()::containsKey);
  }

  /** The model that answered last. */
  Optional<Target> model() {
    return conversation.map(before -> models.of(before.last()));
  }

  /** The same candidates with that model at their head. */
  Fallback.Candidates first(Fallback.Candidates candidates) {
    List<Target> all =
        Stream.concat(
                model().stream(),
                candidates.models().stream()
                    .filter(other -> model().filter(m -> m.ref().equals(other.ref())).isEmpty()))
            .toList();
    return new Fallback.Candidates(all, candidates.onContext(), candidates.onPolicy());
  }

  /** The prompt with all that was said before it. */
  Prompt before(Prompt prompt) {
    return conversation.map(past -> past.before(prompt, this::user)).orElse(prompt);
  }

  private Message user(PastRun turn) {
    return new Message(
        Role.USER, turn.question().user().orElse(""), files.attachments(turn.question().files()));
  }
}
