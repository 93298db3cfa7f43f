package dev.medley.config;

import java.util.Optional;
import java.util.function.Function;

/** What became of a text: a value, or a sentence that says why not. */
public sealed interface Parsed<T> {
  /** The text meant this. */
  record Good<T>(T result) implements Parsed<T> {}

  /** The text means nothing; {@code why} is for a person. */
  record Bad<T>(String why) implements Parsed<T> {}

  static <T> Parsed<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Parsed<T> bad(String why) {
    return new Bad<>(why);
  }

  /** The value, if there is one. */
  default Optional<T> value() {
    return this instanceof Good<T> good ? Optional.of(good.result()) : Optional.empty();
  }

  /** What another makes of the value. */
  default <R> Parsed<R> map(Function<T, R> change) {
    return this instanceof Good<T> good
        ? good(change.apply(good.result()))
        : bad(((Bad<T>) this).why());
  }

  /** Why there is none, if so. */
  default Optional<String> reason() {
    return this instanceof Bad<T> bad ? Optional.of(bad.why()) : Optional.empty();
  }
}
