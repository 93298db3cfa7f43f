package dev.medley.send;

import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.RequestPreview;
import dev.medley.chat.Timing;
import dev.medley.config.Target;
import dev.medley.send.Budget.Permit;
import dev.medley.send.Budget.Refusal;
import java.math.BigDecimal;
import java.time.Instant;

/** Models that are asked only as far as the money goes: reserve, send, settle, at every try. */
record LimitedModels(Models models, Budget budget, Clock clock) implements Models {
  @Override
  public ChatModel open(Target target) {
    return new Limited(models.open(target), target);
  }

  private final class Limited implements ChatModel {
    private final ChatModel model;
    private final Target target;

    Limited(ChatModel model, Target target) {
      this.model = model;
      this.target = target;
    }

    @Override
    public Outcome send(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
      Permit permit;
      try {
        permit = budget.reserve(target, prompt);
      } catch (Refusal refused) {
        return new Outcome.Failed(refused.failure(), Reply.NOTHING, Timing.none(clock.now()));
      }
      return settled(permit, prompt, listener, cancellation);
    }

    private Outcome settled(
        Permit permit, Prompt prompt, ReplyListener listener, Cancellation cancellation) {
      Instant begun = clock.now();
      Heard heard = new Heard(listener);
      Attempt attempt = null;
      try {
        Outcome outcome = model.send(prompt, heard, cancellation);
        attempt = Accounts.of(target, Wait.NONE, prompt, outcome);
        return attempt.outcome();
      } finally {
        if (attempt == null) {
          // Whoever listened has gone away in the middle: what has come by then was written.
          budget.settle(permit, cost(prompt, heard), begun);
        } else {
          budget.settle(permit, cost(attempt), attempt.outcome().timing().startedAt());
        }
      }
    }

    /** What is not known to have been billed has cost nothing that we know of. */
    private BigDecimal cost(Attempt attempt) {
      return attempt.billed() ? attempt.cost().usd().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private BigDecimal cost(Prompt prompt, Heard heard) {
      return Pricing.estimate(TokenEstimate.of(prompt), heard.tokens, target.info().price())
          .usd()
          .orElse(BigDecimal.ZERO);
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

  /** Counts roughly what comes by. */
  private static final class Heard implements ReplyListener {
    private final ReplyListener listener;
    private long tokens;

    Heard(ReplyListener listener) {
      this.listener = listener;
    }

    @Override
    public void onText(String piece) {
      tokens += TokenEstimate.of(piece);
      listener.onText(piece);
    }

    @Override
    public void onReasoning(String piece) {
      tokens += TokenEstimate.of(piece);
      listener.onReasoning(piece);
    }

    @Override
    public void onNotice(String notice) {
      listener.onNotice(notice);
    }

    @Override
    public void onSecondTry(String correction) {
      listener.onSecondTry(correction);
    }
  }
}
