package dev.medley.config;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which failures move on to the next candidate.
 *
 * @param kinds error classes
 * @param statuses HTTP statuses, such as {@code 429}, and classes of them, such as {@code 5xx}
 */
public record Triggers(Set<FailureKind> kinds, Set<String> statuses) {
  /** Everything that another model could cure. */
  public static final Triggers DEFAULT =
      new Triggers(
          EnumSet.complementOf(
              EnumSet.of(
                  FailureKind.USAGE,
                  FailureKind.BAD_REQUEST,
                  FailureKind.BUDGET,
                  FailureKind.ALL_FAILED,
                  FailureKind.INTERRUPTED)),
          Set.of());

  /** Said by medley itself or by the user: never a reason to ask somebody else. */
  private static final Set<FailureKind> FINAL =
      EnumSet.of(
          FailureKind.USAGE, FailureKind.BUDGET, FailureKind.ALL_FAILED, FailureKind.INTERRUPTED);

  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d|[45]xx");

  private static final Set<FailureKind> TIMEOUTS =
      EnumSet.of(
          FailureKind.TIMEOUT_CONNECT,
          FailureKind.TIMEOUT_FIRST_TOKEN,
          FailureKind.TIMEOUT_IDLE,
          FailureKind.TIMEOUT_TOTAL);

  public Triggers {
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
  }

  /**
   * Reads words such as {@code rate_limit}, {@code timeout} (all four classes), {@code 429} or
   * {@code 5xx}.
   *
   * @throws IllegalArgumentException naming the first unknown word and the known ones
   */
  public static Triggers of(List<String> words) {
    Set<FailureKind> kinds = EnumSet.noneOf(FailureKind.class);
    Set<String> statuses = new HashSet<>();
    for (String written : words) {
      String word = written.strip();
      if (word.equals("timeout")) {
        kinds.addAll(TIMEOUTS);
      } else if (STATUS.matcher(word).matches()) {
        statuses.add(word);
      } else {
        kinds.add(kindNamed(word));
      }
    }
    return new Triggers(kinds, statuses);
  }

  private static FailureKind kindNamed(String word) {
    for (FailureKind kind : EnumSet.complementOf(EnumSet.copyOf(FINAL))) {
      if (kind.wireName().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "unknown error class \"" + word + "\"; known: " + String.join(", ", words()));
  }

  /** All words that {@link #of} understands beside statuses. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    words.add("timeout");
    EnumSet.complementOf(EnumSet.copyOf(FINAL)).forEach(kind -> words.add(kind.wireName()));
    words.sort(null);
    return words;
  }

  /** Whether {@link #of} understands it. */
  static boolean knows(String word) {
    return STATUS.matcher(word).matches() || words().contains(word);
  }

  /** Whether this failure moves on; a truncation also by what caused it. */
  public boolean match(Failure failure) {
    if (kinds.contains(failure.kind()) || failure.cause().filter(kinds::contains).isPresent()) {
      return true;
    }
    if (failure.status().isEmpty()) {
      return false;
    }
    String status = Integer.toString(failure.status().getAsInt());
    return statuses.contains(status) || statuses.contains(status.charAt(0) + "xx");
  }
}
