package dev.medley.compare.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonAsPublished(int successes, int n, double low, double high) {
    Interval interval = new Rate(successes, n).interval().orElseThrow();
    assertEquals(low, interval.low(), 0.00005);
    assertEquals(high, interval.high(), 0.00005);
  }

  @Test
  void everyRateLiesInItsOwnIntervalAndMoreRunsNarrowIt() {
    for (int n = 1; n <= 60; n++) {
      for (int k = 0; k <= n; k++) {
        Interval interval = new Rate(k, n).interval().orElseThrow();
        double rate = new Rate(k, n).value();
        assertTrue(0 <= interval.low() && interval.low() <= rate + 1e-12);
        assertTrue(rate - 1e-12 <= interval.high() && interval.high() <= 1);
        Interval more = new Rate(10 * k, 10 * n).interval().orElseThrow();
        assertTrue(more.high() - more.low() < interval.high() - interval.low());
      }
    }
  }

  @Test
  void nothingHasNoInterval() {
    assertEquals(Optional.empty(), new Rate(0, 0).interval());
    assertThrows(IllegalArgumentException.class, () -> new Rate(2, 1));
  }
}
