package dev.medley.config;

import dev.medley.config.Condition.And;
import dev.medley.config.Condition.HasCode;
import dev.medley.config.Condition.InputChars;
import dev.medley.config.Condition.InputTokens;
import dev.medley.config.Condition.Not;
import dev.medley.config.Condition.Or;
import dev.medley.config.Condition.Quantity;
import dev.medley.config.Condition.Stdin;
import dev.medley.config.Condition.Words;
import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A rule's {@code when}: the keys of one map are all meant. */
final class ConditionDecoder {
  private static final List<String> KEYS =
      List.of(
          "input_tokens",
          "input_chars",
          "any",
          "all",
          "none",
          "stdin",
          "has_code",
          "and",
          "or",
          "not");
  private static final Set<String> WORDS = Set.of("any", "all", "none");
  private final Consumer<Problem> problems;

  ConditionDecoder(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** The condition; parts with a problem are left out of it. */
  Condition decode(String path, ConfigNode node) {
    if (!(node instanceof Entries map)) {
      report(node, path, "expected a map, such as {input_tokens: \">60000\"}, found " + kind(node));
      return Condition.ALWAYS;
    }
    List<Condition> parts = new ArrayList<>();
    map.entries()
        .forEach((key, value) -> decode(path + "." + key, key, value).ifPresent(parts::add));
    return parts.size() == 1 ? parts.get(0) : new And(parts);
  }

  private Optional<Condition> decode(String path, String key, ConfigNode value) {
    if (!KEYS.contains(key)) {
      String known = "unknown condition; known are " + String.join(", ", KEYS);
      Optional<String> near = Nearest.to(key, KEYS);
      String message = near.isPresent() ? "unknown condition" : known;
      problems.accept(new Problem(value.origin(), path, message, near));
      return Optional.empty();
    }
    if (WORDS.contains(key)) {
      return words(path, Quantity.valueOf(key.toUpperCase(Locale.ROOT)), value);
    }
    return switch (key) {
      case "and" -> parts(path, value).map(And::new);
      case "or" -> parts(path, value).map(Or::new);
      case "not" -> Optional.of(new Not(decode(path, value)));
      case "stdin" -> scalar(path, value, Numbers::flag).map(Stdin::new);
      case "has_code" -> scalar(path, value, Numbers::flag).map(HasCode::new);
      case "input_chars" -> scalar(path, value, NumberRange::parse).map(InputChars::new);
      default -> scalar(path, value, NumberRange::parse).map(InputTokens::new);
    };
  }

  private Optional<List<Condition>> parts(String path, ConfigNode value) {
    if (!(value instanceof Items list) || list.items().isEmpty()) {
      report(value, path, "expected a list of conditions, found " + kind(value));
      return Optional.empty();
    }
    List<Condition> parts = new ArrayList<>();
    for (ConfigNode item : list.items()) {
      parts.add(decode(path + "[" + (parts.size() + 1) + "]", item));
    }
    return Optional.of(parts);
  }

  /** A list of words, or one word alone. */
  private Optional<Condition> words(String path, Quantity quantity, ConfigNode value) {
    List<ConfigNode> items = value instanceof Items list ? list.items() : List.of(value);
    if (items.isEmpty()) {
      report(value, path, "expected words, found an empty list");
    }
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = value instanceof Items ? path + "[" + (i + 1) + "]" : path;
      scalar(place, items.get(i), Phrase::parse).ifPresent(phrases::add);
    }
    return phrases.isEmpty() ? Optional.empty() : Optional.of(new Words(quantity, phrases));
  }

  private <T> Optional<T> scalar(String path, ConfigNode node, Function<String, Parsed<T>> reader) {
    if (!(node instanceof Scalar scalar)) {
      report(node, path, "expected a single value, found " + kind(node));
      return Optional.empty();
    }
    Parsed<T> parsed = reader.apply(scalar.text());
    parsed.reason().ifPresent(why -> report(node, path, why));
    return parsed.value();
  }

  private void report(ConfigNode node, String path, String message) {
    problems.accept(Problem.of(node.origin(), path, message));
  }

  private static String kind(ConfigNode node) {
    return node.isNothing() ? "nothing" : node.kindName();
  }
}
