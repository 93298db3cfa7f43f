package dev.medley.compare.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.compare.dispatch.Entrance;
import dev.medley.compare.dispatch.InFlight;
import dev.medley.compare.dispatch.Lane;
import dev.medley.config.Target;
import dev.medley.send.AnswerSchema;
import dev.medley.send.CheckedModels;
import dev.medley.send.Delivery;
import dev.medley.send.JsonSchemaCheck;
import dev.medley.send.Models;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SchemaModels;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A model that judges answers. It is asked for JSON by a schema, and what it is to judge stands
 * between marks that cannot be foreseen. May be used by several threads, as its randomness may.
 */
public final class Judge {
  private final Target model;
  private final Sender pairs;
  private final Sender singles;
  private final Line line;
  private final Supplier<RandomGenerator> random;
  private final Witness witness;
  private Fee fee = Fee.NOTHING;

  /** Hears of everything that the judge was asked. */
  @FunctionalInterface
  public interface Witness {
    /** Called on the threads of those who ask. */
    void heard(Prompt asked, Delivery said);
  }

  /**
   * How it is reached.
   *
   * @param senders makes a sender over models that are bound to answer by a schema
   * @param entrance through which it is asked, so that its provider's limits hold
   */
  public record Line(
      Function<UnaryOperator<Models>, Sender> senders, RetryPolicy retries, Entrance entrance) {}

  /**
   * @param random gives the marks; hard to foresee
   */
  public Judge(Target model, Line line, Supplier<RandomGenerator> random, Witness witness) {
    this.model = model;
    this.line = line;
    this.pairs = line.senders().apply(bound(JudgePrompt.schema("1", "2", "tie")));
    this.singles = line.senders().apply(bound(JudgePrompt.schema("pass", "fail")));
    this.random = random;
    this.witness = witness;
  }

  private static UnaryOperator<Models> bound(JsonNode schema) {
    AnswerSchema wanted = AnswerSchema.of(schema, "verdict");
    JsonSchemaCheck check = JsonSchemaCheck.of(schema);
    return models -> new CheckedModels(new SchemaModels(models, wanted), check);
  }

  public Target model() {
    return model;
  }

  /**
   * Which of two answers is better, asked in both orders, because many models prefer what stands
   * first: L. Zheng et al., "Judging LLM-as-a-judge with MT-Bench and Chatbot Arena", NeurIPS 2023,
   * section 3.4.
   */
  public Judgement compare(
      String criteria, String prompt, String first, String second, Cancellation cancellation) {
    Opinion inOrder =
        ask(pairs, JudgePrompt.pair(criteria, prompt, first, second, random.get()), cancellation);
    charge(Fee.of(inOrder));
    if (inOrder.verdict().isEmpty()) {
      return Judgement.failed(inOrder.failure().orElseThrow(), Fee.of(inOrder));
    }
    Opinion swapped =
        ask(pairs, JudgePrompt.pair(criteria, prompt, second, first, random.get()), cancellation);
    charge(Fee.of(swapped));
    return Judgement.of(inOrder, swapped);
  }

  /** Whether an answer meets a criterion; what that takes is told by the ruling alone. */
  public Ruling rule(String criterion, String prompt, String answer, Cancellation cancellation) {
    return Ruling.of(
        ask(singles, JudgePrompt.single(criterion, prompt, answer, random.get()), cancellation));
  }

  private Opinion ask(Sender sender, Prompt question, Cancellation cancellation) {
    AtomicReference<Delivery> said = new AtomicReference<>();
    try {
      line.entrance()
          .send(
              request -> {
                said.set(send(sender, question, request, cancellation));
                return result(said.get());
              },
              cancellation);
    } catch (IOException nothingIsWritten) {
      throw new UncheckedIOException(nothingIsWritten);
    }
    if (said.get() == null) {
      return Opinion.unasked(
          Failure.of(FailureKind.INTERRUPTED, "interrupted before it was asked"));
    }
    witness.heard(question, said.get());
    return Opinion.of(said.get());
  }

  private Delivery send(
      Sender sender, Prompt question, InFlight request, Cancellation cancellation) {
    return sender
        .waiting(request::waiting)
        .send(model, question, line.retries(), request.hearing(SendListener.SILENT), cancellation);
  }

  private static Lane.Result result(Delivery said) {
    return said.failure().filter(f -> f.kind() == FailureKind.BUDGET).isPresent()
        ? Lane.Result.NO_MONEY
        : Lane.Result.of(said);
  }

  /** What was paid in an earlier run for a judgement that holds. */
  void paidBefore(Fee earlier) {
    charge(earlier);
  }

  private synchronized void charge(Fee more) {
    fee = fee.plus(more);
  }

  /** What pairs have taken so far. */
  public synchronized Fee fee() {
    return fee;
  }
}
