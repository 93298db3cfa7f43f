package dev.medley.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.send.AnswerSchema;
import dev.medley.send.CheckedModels;
import dev.medley.send.Delivery;
import dev.medley.send.Models;
import dev.medley.send.ReplyCheck;
import dev.medley.send.SchemaModels;
import java.util.Optional;

/**
 * What an answer is asked and checked to be, and where it goes.
 *
 * @param schema what the models are asked for
 * @param check what the answer must pass to count as one
 * @param file empty: standard output
 */
record AnswerForm(
    Optional<AnswerSchema> schema, Optional<ReplyCheck> check, Optional<OutputFile> file) {
  static final AnswerForm PLAIN =
      new AnswerForm(Optional.empty(), Optional.empty(), Optional.empty());

  AnswerForm checked(Optional<AnswerSchema> wanted, ReplyCheck by) {
    return new AnswerForm(wanted, Optional.of(by), file);
  }

  AnswerForm into(Optional<OutputFile> target) {
    return new AnswerForm(schema, check, target);
  }

  /** Whether nothing is shown before the answer is complete. */
  boolean held() {
    return check.isPresent() || file.isPresent();
  }

  /** What an answer has to be, as a JSON object; empty: anything. */
  Optional<String> described() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    schema.ifPresent(wanted -> node.put("name", wanted.name()).set("schema", wanted.schema()));
    if (schema.isEmpty() && check.isPresent()) {
      node.put("extract", true);
    }
    return Optional.of(node).filter(described -> !described.isEmpty()).map(ObjectNode::toString);
  }

  Models over(Models models) {
    Models asking = schema.<Models>map(wanted -> new SchemaModels(models, wanted)).orElse(models);
    return check.<Models>map(by -> new CheckedModels(asking, by)).orElse(asking);
  }

  /** The part of the answer that was asked for; empty when that is the whole, or nothing came. */
  Optional<String> extracted(Delivery delivery) {
    return check
        .filter(by -> delivery.outcome().answered())
        .map(by -> by.shown(delivery.outcome().reply()));
  }

  /**
   * What is to be kept of a delivery: of a truncated one what came, unless that was to be checked.
   */
  Optional<String> kept(Delivery delivery) {
    if (check.isPresent()) {
      return extracted(delivery);
    }
    boolean cut = delivery.failure().filter(failure -> failure.cause().isPresent()).isPresent();
    return Optional.of(delivery.outcome().reply().text())
        .filter(text -> delivery.outcome().answered() || cut && !text.isEmpty());
  }
}
