package dev.medley.compare.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Cancellation;
import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.send.AnswerSchema;
import dev.medley.send.CheckedModels;
import dev.medley.send.JsonSchemaCheck;
import dev.medley.send.Models;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SchemaModels;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A model that judges answers. It is asked for JSON by a schema, and what it is to judge stands
 * between marks that cannot be foreseen. May be used by several threads, as its randomness may.
 */
public final class Judge {
  private final Target model;
  private final Sender pairs;
  private final Sender singles;
  private final RetryPolicy retries;
  private final Supplier<RandomGenerator> random;

  /**
   * @param senders a sender over models, as all other prompts have it
   * @param random gives the marks; hard to foresee
   */
  public Judge(
      Target model,
      Models models,
      Function<Models, Sender> senders,
      RetryPolicy retries,
      Supplier<RandomGenerator> random) {
    this.model = model;
    this.pairs = senders.apply(bound(models, JudgePrompt.schema("1", "2", "tie")));
    this.singles = senders.apply(bound(models, JudgePrompt.schema("pass", "fail")));
    this.retries = retries;
    this.random = random;
  }

  private static Models bound(Models models, JsonNode schema) {
    return new CheckedModels(
        new SchemaModels(models, AnswerSchema.of(schema, "verdict")), JsonSchemaCheck.of(schema));
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
    if (inOrder.verdict().isEmpty()) {
      return Judgement.failed(inOrder.failure().orElseThrow(), Fee.of(inOrder));
    }
    Opinion swapped =
        ask(pairs, JudgePrompt.pair(criteria, prompt, second, first, random.get()), cancellation);
    return Judgement.of(inOrder, swapped);
  }

  /** Whether an answer meets a criterion. */
  public Ruling rule(String criterion, String prompt, String answer, Cancellation cancellation) {
    return Ruling.of(
        ask(singles, JudgePrompt.single(criterion, prompt, answer, random.get()), cancellation));
  }

  private Opinion ask(Sender sender, Prompt question, Cancellation cancellation) {
    return Opinion.of(sender.send(model, question, retries, SendListener.SILENT, cancellation));
  }
}
