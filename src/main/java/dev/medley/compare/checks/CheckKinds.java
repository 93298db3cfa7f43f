package dev.medley.compare.checks;

import dev.medley.compare.matrix.Check;
import dev.medley.config.Nearest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of checks there are, and how one is made of what was written. */
public final class CheckKinds {
  private final Map<String, Maker> makers;

  /** Makes the checks of one kind. */
  @FunctionalInterface
  public interface Maker {
    /**
     * @throws IllegalArgumentException when the value makes no sense; the message says why
     */
    Check make(CheckSpec spec);
  }

  /** Finds the text of a file that a check names. */
  @FunctionalInterface
  public interface Files {
    /**
     * @throws IllegalArgumentException when it cannot be read
     */
    String read(String name);
  }

  private CheckKinds(Map<String, Maker> makers) {
    this.makers = Collections.unmodifiableMap(new LinkedHashMap<>(makers));
  }

  /** Those that need no model. */
  public static CheckKinds deterministic(Files files) {
    Map<String, Maker> makers = new LinkedHashMap<>();
    makers.put("contains", TextChecks::contains);
    makers.put("not_contains", TextChecks::containsNot);
    makers.put("equals", TextChecks::equal);
    makers.put("regex", RegexCheck::of);
    makers.put("similar", SimilarCheck::of);
    makers.put("json", JsonChecks::json);
    makers.put("schema", spec -> JsonChecks.schema(spec, files));
    makers.put("max_cost", LimitChecks::cost);
    makers.put("max_latency", LimitChecks::latency);
    makers.put("max_tokens", LimitChecks::tokens);
    return new CheckKinds(makers);
  }

  /** These and one more. */
  public CheckKinds and(String kind, Maker maker) {
    Map<String, Maker> more = new LinkedHashMap<>(makers);
    more.put(kind, maker);
    return new CheckKinds(more);
  }

  public Collection<String> names() {
    return makers.keySet();
  }

  /**
   * @throws IllegalArgumentException when there is no such kind, or its value makes no sense
   */
  public Check make(CheckSpec spec) {
    Maker maker = makers.get(spec.kind());
    if (maker == null) {
      throw new IllegalArgumentException(
          "no check \""
              + spec.kind()
              + "\"; "
              + Nearest.to(spec.kind(), names())
                  .map(near -> "did you mean " + near + "?")
                  .orElse("there are " + String.join(", ", names())));
    }
    return maker.make(spec);
  }
}
