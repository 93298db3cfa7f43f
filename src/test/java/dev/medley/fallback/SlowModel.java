package dev.medley.fallback;

import dev.medley.Samples;
import dev.medley.ScriptedModel;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import java.time.Duration;

/** A scripted model that takes its time, always the same. */
record SlowModel(ScriptedModel script, VirtualTime time, Duration each) implements ChatModel {
  @Override
  public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    Outcome outcome = script.send(prompt, listener, cancellation);
    time.sleep(each, cancellation);
    return cancellation.isCancelled() ? Samples.failed(FailureKind.INTERRUPTED) : outcome;
  }

  @Override
  public RequestPreview preview(Prompt prompt) {
    return script.preview(prompt);
  }
}
