package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.catalog.Cost.Source;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Optional<Price> PRICE =
      Optional.of(
          new Price(
              new BigDecimal("2.5"),
              Optional.of(new BigDecimal("1.25")),
              new BigDecimal("10"),
              Optional.of(DAY)));
  private static final Optional<Price> NO_CACHE_PRICE =
      Optional.of(
          new Price(
              new BigDecimal("0.15"), Optional.empty(), new BigDecimal("0.6"), Optional.empty()));

  @ParameterizedTest
  @CsvSource({
    "1000000, 0, 0, 2.5",
    "0, 0, 1000000, 10",
    "0, 0, 0, 0",
    "1, 0, 1, 0.0000125",
    "1000, 400, 200, 0.004",
    "1000, 1000, 0, 0.00125",
    "1000, 5000, 0, 0.00125",
    "1000, -7, 0, 0.0025",
    "9007199254740993, 0, 1, 22517998136.8524925",
  })
  void computesFromThePriceList(long input, long cached, long output, BigDecimal usd) {
    Cost cost = Pricing.cost(usage(input, cached, output), PRICE);
    assertEquals(0, usd.compareTo(cost.usd().orElseThrow()), cost::toString);
    assertEquals(Source.COMPUTED, cost.source());
    assertEquals(Optional.of(DAY), cost.asOf());
    assertEquals(false, cost.atLeast());
  }

  @Test
  void cachedTokensWithoutAPriceOfTheirOwnCostAsInput() {
    Cost cost = Pricing.cost(usage(18, 10, 212), NO_CACHE_PRICE);
    assertEquals(0, new BigDecimal("0.0001299").compareTo(cost.usd().orElseThrow()));
  }

  @Test
  void reasoningIsPartOfTheOutputAndNotPaidTwice() {
    Usage usage =
        new Usage(
            OptionalLong.of(0),
            OptionalLong.empty(),
            OptionalLong.of(100),
            OptionalLong.of(90),
            Optional.empty());
    assertEquals(
        0, new BigDecimal("0.001").compareTo(Pricing.cost(usage, PRICE).usd().orElseThrow()));
  }

  @Test
  void whatTheServerChargedBeatsOurSum() {
    Usage usage =
        new Usage(
            OptionalLong.of(1),
            OptionalLong.empty(),
            OptionalLong.of(1),
            OptionalLong.empty(),
            Optional.of(new BigDecimal("0.42")));
    Cost charged =
        new Cost(Optional.of(new BigDecimal("0.42")), Source.CHARGED, Optional.empty(), false);
    assertEquals(charged, Pricing.cost(usage, PRICE));
    assertEquals(charged, Pricing.cost(usage, Optional.empty()));
  }

  @Test
  void unknownIsNotZero() {
    assertEquals(Cost.UNKNOWN, Pricing.cost(Usage.UNKNOWN, PRICE));
    assertEquals(Cost.UNKNOWN, Pricing.cost(Usage.of(1, 1), Optional.empty()));
    Usage half =
        new Usage(
            OptionalLong.of(5),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty());
    assertEquals(Cost.UNKNOWN, Pricing.cost(half, PRICE));
    assertEquals(Cost.UNKNOWN, Pricing.estimate(1, 1, Optional.empty()));
  }

  @Test
  void anEstimateSaysSo() {
    Cost cost = Pricing.estimate(1000, 500, PRICE);
    assertEquals(Source.ESTIMATED, cost.source());
    assertEquals(0, new BigDecimal("0.0075").compareTo(cost.usd().orElseThrow()));
  }

  private static Usage usage(long input, long cached, long output) {
    return new Usage(
        OptionalLong.of(input),
        OptionalLong.of(cached),
        OptionalLong.of(output),
        OptionalLong.empty(),
        Optional.empty());
  }
}
