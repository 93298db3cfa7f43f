package dev.medley.cli;

import dev.medley.chat.Message;
import dev.medley.chat.Role;
import dev.medley.history.PastConversation;
import dev.medley.history.PastRun;
import dev.medley.repl.Conversation;
import dev.medley.repl.Resumed;
import dev.medley.repl.Said;
import dev.medley.repl.Turn;
import java.util.Optional;

/** Turns what the history keeps of a conversation into one that can be gone on with. */
final class ResumedChat {
  private final PastModels models;
  private final AttachedAgain files;

  ResumedChat(PastModels models, AttachedAgain files) {
    this.models = models;
    this.files = files;
  }

  Resumed of(PastConversation past) {
    return new Resumed(
        Optional.of(past.id()).filter(id -> past.latest()),
        past.system(),
        () -> models.of(past.last()),
        new Conversation(past.turns().stream().map(this::turn).toList(), 0));
  }

  private Turn turn(PastRun run) {
    Message message =
        new Message(
            Role.USER, run.question().user().orElse(""), files.attachments(run.question().files()));
    return new Turn(
        new Said(message, Optional.empty(), run.question().files()),
        run.ending().outcome().reply().text(),
        !run.ending().outcome().answered(),
        run.ending().model().ref(),
        Optional.of(run.id()));
  }
}
