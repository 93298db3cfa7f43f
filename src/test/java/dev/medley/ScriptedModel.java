package dev.medley;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A model that says what it was told to say, one outcome a call, and remembers what it was sent.
 */
public final class ScriptedModel implements ChatModel {
  private final Deque<Step> script = new ArrayDeque<>();
  private final List<Prompt> prompts = new ArrayList<>();

  private record Step(Outcome outcome, List<String> pieces, Runnable before) {}

  /** The next call ends like this, after these pieces of text have gone to the listener. */
  public ScriptedModel then(Outcome outcome, String... pieces) {
    return then(() -> {}, outcome, pieces);
  }

  /** The same, with something that happens while the model is thinking. */
  public synchronized ScriptedModel then(Runnable meanwhile, Outcome outcome, String... pieces) {
    script.add(new Step(outcome, List.of(pieces), meanwhile));
    return this;
  }

  @Override
  public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    Step step = next(prompt);
    step.before.run();
    step.pieces.forEach(listener::onText);
    return step.outcome;
  }

  private synchronized Step next(Prompt prompt) {
    prompts.add(prompt);
    if (script.isEmpty()) {
      throw new IllegalStateException("call " + prompts.size() + " is not in the script");
    }
    return script.poll();
  }

  /** What was sent, in order. */
  public synchronized List<Prompt> prompts() {
    return List.copyOf(prompts);
  }

  public synchronized int calls() {
    return prompts.size();
  }

  @Override
  public RequestPreview preview(Prompt prompt) {
    return new RequestPreview("scripted:", Map.of(), prompt.userText());
  }
}
