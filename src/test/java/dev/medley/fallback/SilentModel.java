package dev.medley.fallback;

import dev.medley.Samples;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does something first, and then says nothing until it is called off. */
record SilentModel(Consumer<ReplyListener> first) implements ChatModel {
  @Override
  public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    first.accept(listener);
    CountDownLatch calledOff = new CountDownLatch(1);
    cancellation.onCancel(calledOff::countDown);
    await(calledOff);
    return Samples.failed(FailureKind.INTERRUPTED);
  }

  /** Fails a test that would wait for ever. */
  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("it never happened");
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Override
  public RequestPreview preview(Prompt prompt) {
    return new RequestPreview("silent:", Map.of(), "");
  }
}
