package dev.medley.send;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.config.Nearest;
import dev.medley.config.Target;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a server does not know a model, says which of those known to us may have been meant. Only
 * then: gateways have models that nobody here knows.
 */
public final class SpelledModels implements Models {
  private final Models models;
  private final Supplier<? extends Collection<ModelInfo>> known;

  /**
   * @param known asked only when a model was not found
   */
  public SpelledModels(Models models, Supplier<? extends Collection<ModelInfo>> known) {
    this.models = models;
    this.known = known;
  }

  @Override
  public ChatModel open(Target target) {
    ChatModel model = models.open(target);
    return new ChatModel() {
      @Override
      public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
        return model
            .send(prompt, listener, cancellation)
            .fold(answered -> answered, failed -> hinted(target, failed));
      }

      @Override
      public void prepare(Cancellation cancellation) {
        model.prepare(cancellation);
      }

      @Override
      public RequestPreview preview(Prompt prompt) {
        return model.preview(prompt);
      }
    };
  }

  private Outcome hinted(Target target, Outcome.Failed failed) {
    Failure failure = failed.failure();
    if (failure.kind() != FailureKind.NOT_FOUND) {
      return failed;
    }
    String provider = target.ref().provider();
    List<String> ids =
        known.get().stream()
            .filter(info -> info.provider().equals(provider))
            .map(ModelInfo::id)
            .filter(id -> !id.equals(target.ref().id()))
            .toList();
    return Nearest.to(target.ref().id(), ids)
        .map(id -> failure.withHint("did you mean " + provider + "/" + id + "?"))
        .<Outcome>map(better -> new Outcome.Failed(better, failed.reply(), failed.timing()))
        .orElse(failed);
  }
}
