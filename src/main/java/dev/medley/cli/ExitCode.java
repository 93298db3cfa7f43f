package dev.medley.cli;

import dev.medley.chat.FailureKind;
import dev.medley.compare.dispatch.Dispatcher.Ending;
import dev.medley.compare.totals.ModelTotals.Counts;
import dev.medley.send.Delivery;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exit codes, as pure functions of what happened. */
final class ExitCode {
  static final int OK = 0;

  /** It ran, but answers failed their checks, or decisions are not those expected. */
  static final int CHECKS_FAILED = 100;

  private ExitCode() {}

  static int of(FailureKind kind) {
    return switch (kind) {
      case INTERNAL, BAD_REQUEST, MALFORMED, EMPTY -> 1;
      case USAGE -> 2;
      case CONFIG -> 3;
      case AUTH -> 4;
      case RATE_LIMIT, QUOTA, OVERLOADED, SERVER_ERROR -> 5;
      case TIMEOUT_CONNECT, TIMEOUT_FIRST_TOKEN, TIMEOUT_IDLE, TIMEOUT_TOTAL -> 6;
      case NETWORK, TLS -> 7;
      case CONTEXT -> 8;
      case POLICY -> 9;
      case BUDGET -> 10;
      case ALL_FAILED -> 11;
      case TRUNCATED -> 12;
      case SCHEMA -> 13;
      case NOT_FOUND -> 14;
      case INTERRUPTED -> 130;
    };
  }

  /** What each code stands for, by code. */
  static SortedMap<Integer, String> meanings() {
    SortedMap<Integer, String> meanings =
        new TreeMap<>(Map.of(OK, "answered", CHECKS_FAILED, "compare: checks failed"));
    for (FailureKind kind : FailureKind.values()) {
      meanings.merge(of(kind), kind.wireName(), (before, name) -> before + ", " + name);
    }
    return meanings;
  }

  static int of(Delivery delivery) {
    return delivery.failure().map(failure -> of(failure.kind())).orElse(OK);
  }

  /** A comparison has run when anyone answered; nobody: as a chain in which all failed. */
  static int of(List<Delivery> results) {
    if (results.stream().anyMatch(result -> result.outcome().answered())) {
      return OK;
    }
    return results.size() == 1 ? of(results.get(0)) : of(FailureKind.ALL_FAILED);
  }

  /**
   * A comparison of many prompts.
   *
   * @param passed whether enough answers passed their checks
   */
  static int of(Ending ending, Counts counts, boolean passed) {
    return switch (ending) {
      case INTERRUPTED -> of(FailureKind.INTERRUPTED);
      case OUT_OF_MONEY -> of(FailureKind.BUDGET);
      case COMPLETE ->
          counts.asked() > 0 && counts.answered() == 0
              ? of(FailureKind.ALL_FAILED)
              : passed ? OK : CHECKS_FAILED;
    };
  }
}
