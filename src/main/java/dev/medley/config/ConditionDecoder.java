package dev.medley.config;

import dev.medley.config.Condition.And;
import dev.medley.config.Condition.AtTime;
import dev.medley.config.Condition.Env;
import dev.medley.config.Condition.HasCode;
import dev.medley.config.Condition.HasFile;
import dev.medley.config.Condition.HasImage;
import dev.medley.config.Condition.InLanguage;
import dev.medley.config.Condition.InputChars;
import dev.medley.config.Condition.InputTokens;
import dev.medley.config.Condition.Not;
import dev.medley.config.Condition.Or;
import dev.medley.config.Condition.Quantity;
import dev.medley.config.Condition.Stdin;
import dev.medley.config.Condition.WithSchema;
import dev.medley.config.Condition.Words;
import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.ConfigNode.Items;
import dev.medley.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A rule's {@code when}: the keys of one map are all meant. */
final class ConditionDecoder {
  /** Reads the value of one key; empty, and problems, when it makes no sense. */
  private interface Reader {
    Optional<Condition> read(String path, ConfigNode value);
  }

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final Consumer<Problem> problems;

  ConditionDecoder(Consumer<Problem> problems) {
    this.problems = problems;
    one("input_tokens", NumberRange::parse, InputTokens::new);
    one("input_chars", NumberRange::parse, InputChars::new);
    for (Quantity quantity : Quantity.values()) {
      some(quantity.word(), Phrase::parse, found -> new Words(quantity, found));
    }
    one("stdin", Numbers::flag, Stdin::new);
    one("has_code", Numbers::flag, HasCode::new);
    one("has_image", Numbers::flag, HasImage::new);
    some("has_file", FilePattern::parse, HasFile::new);
    some("language", Language::parse, InLanguage::new);
    one("schema", Numbers::flag, WithSchema::new);
    some("time", TimeWindow::parse, AtTime::new);
    some("env", EnvValue::parse, Env::new);
    readers.put("and", (path, value) -> parts(path, value).map(And::new));
    readers.put("or", (path, value) -> parts(path, value).map(Or::new));
    readers.put("not", (path, value) -> Optional.of(new Not(decode(path, value))));
  }

  private <T> void one(
      String key, Function<String, Parsed<T>> reader, Function<T, Condition> made) {
    readers.put(key, (path, value) -> scalar(path, value, reader).map(made));
  }

  /** A list, any of which will do (but for {@code all} and {@code none}), or one alone. */
  private <T> void some(
      String key, Function<String, Parsed<T>> reader, Function<List<T>, Condition> made) {
    readers.put(
        key,
        (path, value) ->
            Optional.of(scalars(path, value, reader)).filter(all -> !all.isEmpty()).map(made));
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
    Reader reader = readers.get(key);
    if (reader != null) {
      return reader.read(path, value);
    }
    String known = "unknown condition; known are " + String.join(", ", readers.keySet());
    Optional<String> near = Nearest.to(key, readers.keySet());
    String message = near.isPresent() ? "unknown condition" : known;
    problems.accept(new Problem(value.origin(), path, message, near));
    return Optional.empty();
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

  private <T> List<T> scalars(String path, ConfigNode value, Function<String, Parsed<T>> reader) {
    List<ConfigNode> items = value instanceof Items list ? list.items() : List.of(value);
    if (items.isEmpty()) {
      report(value, path, "expected one or more, found an empty list");
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = value instanceof Items ? path + "[" + (i + 1) + "]" : path;
      scalar(place, items.get(i), reader).ifPresent(read::add);
    }
    return read;
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
