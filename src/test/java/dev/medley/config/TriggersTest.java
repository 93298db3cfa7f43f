package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggersTest {
  @Test
  void theUsualOnesAreWhatAnotherModelCouldCure() {
    assertEquals(
        "bad_request, usage, budget, all_failed, interrupted",
        Arrays.stream(FailureKind.values())
            .filter(kind -> !Triggers.DEFAULT.match(Failure.of(kind, "no")))
            .map(FailureKind::wireName)
            .collect(Collectors.joining(", ")));
  }

  @Test
  void timeoutIsAllFour() {
    assertEquals(
        Set.of(
            FailureKind.TIMEOUT_CONNECT,
            FailureKind.TIMEOUT_FIRST_TOKEN,
            FailureKind.TIMEOUT_IDLE,
            FailureKind.TIMEOUT_TOTAL),
        Triggers.of(List.of("timeout")).kinds());
  }

  @ParameterizedTest
  @CsvSource({
    "429, 429, true",
    "429, 428, false",
    "5xx, 500, true",
    "5xx, 599, true",
    "5xx, 499, false",
    "4xx, 404, true",
    "' 429 ', 429, true",
  })
  void statuses(String word, int status, boolean moves) {
    Failure failure = Failure.of(FailureKind.INTERNAL, "no").withStatus(status);
    assertEquals(moves, Triggers.of(List.of(word)).match(failure));
  }

  @Test
  void aStatusThatDidNotComeMatchesNone() {
    assertEquals(
        false, Triggers.of(List.of("4xx", "5xx")).match(Failure.of(FailureKind.NETWORK, "reset")));
  }

  @Test
  void aTruncationMatchesByItselfAndByItsCause() {
    Failure stalled = Failure.of(FailureKind.TIMEOUT_IDLE, "silence").asTruncation();
    assertEquals(true, Triggers.of(List.of("truncated")).match(stalled));
    assertEquals(true, Triggers.of(List.of("timeout_idle")).match(stalled));
    assertEquals(false, Triggers.of(List.of("network")).match(stalled));
  }

  @Test
  void everyKnownWordIsUnderstood() {
    assertEquals(22, Triggers.words().size());
    Triggers.words().forEach(word -> Triggers.of(List.of(word)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ratelimit",
        "RATE_LIMIT",
        "",
        "600",
        "99",
        "6xx",
        "usage",
        "budget",
        "interrupted",
        "all_failed"
      })
  void otherWordsAreNot(String word) {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> Triggers.of(List.of("auth", word)));
    assertEquals(
        "unknown error class \""
            + word
            + "\"; known: auth, bad_request, config, context, empty, internal, malformed, network,"
            + " not_found, overloaded, policy, quota, rate_limit, schema, server_error, timeout,"
            + " timeout_connect, timeout_first_token, timeout_idle, timeout_total, tls, truncated",
        thrown.getMessage());
  }
}
