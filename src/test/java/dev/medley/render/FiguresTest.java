package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.Timing;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | $0",
        "0.000 | $0",
        "0.00000000012 | $0.00000000012",
        "0.00012990 | $0.00013",
        "0.0001 | $0.0001",
        "0.0042 | $0.0042",
        "0.00999 | $0.01",
        "0.01 | $0.01",
        "0.012345 | $0.0123",
        "0.1 | $0.10",
        "0.99999 | $1.00",
        "1.2345 | $1.23",
        "1.5 | $1.50",
        "20 | $20.00",
        "1234.5 | $1,234.50",
        "1E+6 | $1,000,000.00",
        "-0.0004 | −$0.0004",
        "-1.239 | −$1.24",
      })
  void usd(BigDecimal amount, String text) {
    assertEquals(text, Figures.usd(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 s",
    "4, 0.00 s",
    "5, 0.01 s",
    "310, 0.31 s",
    "9994, 9.99 s",
    "9995, 10.0 s",
    "12440, 12.4 s",
    "99949, 99.9 s",
    "99950, 1 min 39 s",
    "185000, 3 min 05 s",
    "3720000, 62 min 00 s",
  })
  void seconds(long millis, String text) {
    assertEquals(text, Figures.seconds(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"0.04, 0.0", "3.14159, 3.1", "9.949, 9.9", "9.96, 10", "227.96, 228"})
  void rates(double perSecond, String text) {
    assertEquals(text, Figures.rate(OptionalDouble.of(perSecond)));
  }

  @Test
  void unknownIsADash() {
    assertEquals("–", Figures.rate(OptionalDouble.empty()));
    assertEquals("–", Figures.seconds(Optional.empty()));
    assertEquals("–", Figures.count(OptionalLong.empty()));
    assertEquals("–", Figures.tokens(Usage.UNKNOWN));
    assertEquals("–", Figures.cost(Cost.UNKNOWN));
  }

  @Test
  void tokens() {
    assertEquals("18 → 212", Figures.tokens(Samples.USAGE));
    assertEquals("1,234,567 → 0", Figures.tokens(Usage.of(1_234_567, 0)));
    assertEquals(
        "18 → –",
        Figures.tokens(
            new Usage(
                OptionalLong.of(18),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPUTED, false, $0.25",
    "CHARGED, false, $0.25",
    "ESTIMATED, false, ~$0.25",
    "COMPUTED, true, ≥ $0.25",
    "ESTIMATED, true, ≥ $0.25",
  })
  void costs(Cost.Source source, boolean atLeast, String text) {
    Cost cost = new Cost(Optional.of(new BigDecimal("0.25")), source, Optional.empty(), atLeast);
    assertEquals(text, Figures.cost(cost));
  }

  @ParameterizedTest
  @CsvSource({
    "212, 1240, 310, 228",
    "100, 1000, 0, 100",
    "100, 1000, 996, 100",
    "100, 1000, 900, 1000",
    "0, 1000, 900, –",
    "100, 0, 0, –",
  })
  void tokensPerSecond(long output, long total, long first, String rate) {
    Timing timing = Samples.timing(total, first);
    assertEquals(rate, Figures.rate(Usage.of(1, output).perSecond(timing)));
  }

  @Test
  void tokensPerSecondOfAnAnswerInOnePiece() {
    assertEquals("100", Figures.rate(Usage.of(1, 100).perSecond(Samples.silence(1000))));
    assertEquals("–", Figures.rate(Usage.UNKNOWN.perSecond(Samples.silence(1000))));
  }
}
