package dev.medley.send;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.config.Target;

/** Models whose answers count only if they pass a check; else they have failed, with the reply. */
public record CheckedModels(Models models, ReplyCheck check) implements Models {
  @Override
  public ChatModel open(Target target) {
    return new Checked(models.open(target), check);
  }

  private record Checked(ChatModel model, ReplyCheck check) implements ChatModel {
    @Override
    public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
      return model
          .send(prompt, listener, cancellation)
          .fold(
              answered ->
                  check
                      .check(answered.reply())
                      .<Outcome>map(
                          failure ->
                              new Outcome.Failed(failure, answered.reply(), answered.timing()))
                      .orElse(answered),
              failed -> failed);
    }

    @Override
    public void prepare(Cancellation cancellation) {
      model.prepare(cancellation);
    }

    @Override
    public RequestPreview preview(Prompt prompt) {
      return model.preview(prompt);
    }
  }
}
