package dev.medley.config;

import dev.medley.chat.Failure;
import java.util.List;
import java.util.function.Function;

/** What became of a model's name. */
public sealed interface Resolution {
  /** It names these, several only for a group; never none. */
  record Found(List<Target> targets) implements Resolution {
    public Found {
      targets = List.copyOf(targets);
    }
  }

  /** It names nothing; the failure is of kind {@code config} or {@code not_found}. */
  record Unknown(Failure failure) implements Resolution {}

  default <T> T fold(Function<List<Target>, T> ifFound, Function<Failure, T> ifUnknown) {
    if (this instanceof Found found) {
      return ifFound.apply(found.targets());
    }
    return ifUnknown.apply(((Unknown) this).failure());
  }
}
