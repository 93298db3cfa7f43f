package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.catalog.Cost.Source;
import dev.medley.catalog.Price.Tier;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs that were worked out by hand from the providers' own formulas. */
class GoldenCostTest {
  /** As OpenAI publishes: 2.50 in, 1.25 cached, 10 out; reasoning is output. */
  private static final Price CACHED = price(rates("2.5", "1.25", null, "10", null));

  /** As Anthropic publishes: writing to the cache costs a quarter more, reading a tenth. */
  private static final Price WRITES = price(rates("3", "0.3", "3.75", "15", null));

  /** As Google publishes for long prompts: all of the request at the dearer rates. */
  private static final Price TIERED =
      price(
          rates("1.25", "0.31", null, "10", null),
          new Tier(200_000, rates("2.5", "0.625", null, "15", null)),
          new Tier(128_000, rates("2", "0.5", null, "12", null)));

  /** As DashScope publishes for models that think for another price. */
  private static final Price THINKS = price(rates("0.4", null, null, "1.2", "4"));

  @ParameterizedTest
  @CsvSource({
    "1000000,       0,       0, 0, 2.5",
    "   2000,    1024,     300, 0, 0.00672",
    "   2006,    1920,     300, 256, 0.005615",
    "     18,       0,     212, 0, 0.002165",
    "      0,       0,       0, 0, 0",
  })
  void cached(long input, long cached, long output, long reasoning, BigDecimal usd) {
    assertCost(usd, usage(input, cached, 0, output, reasoning), CACHED);
  }

  @ParameterizedTest
  @CsvSource({
    "  10000,    0, 8000,  500, 0.0435",
    "  10000, 8000,    0,  500, 0.0159",
    "  10000, 4000, 4000,  100, 0.0237",
    "    100,   90,   90,    0, 0.0000645",
  })
  void written(long input, long cached, long written, long output, BigDecimal usd) {
    assertCost(usd, usage(input, cached, written, output, 0), WRITES);
  }

  @ParameterizedTest
  @CsvSource({
    "128000,      0, 1000, 0.17",
    "128001,      0, 1000, 0.268002",
    "200000,      0, 1000, 0.412",
    "200001,      0, 1000, 0.5150025",
    "300000, 250000, 1000, 0.29625",
  })
  void tiers(long input, long cached, long output, BigDecimal usd) {
    assertCost(usd, usage(input, cached, 0, output, 0), TIERED);
  }

  @ParameterizedTest
  @CsvSource({"1000, 500, 0, 0.001", "1000, 500, 400, 0.00212", "1000, 500, 900, 0.0024"})
  void reasoning(long input, long output, long reasoning, BigDecimal usd) {
    assertCost(usd, usage(input, 0, 0, output, reasoning), THINKS);
  }

  @Test
  void freeIsZeroAndUnknownIsNot() {
    assertCost(BigDecimal.ZERO, usage(1000, 10, 10, 500, 20), price(Rates.free()));
    assertEquals(Cost.UNKNOWN, Pricing.cost(usage(1000, 0, 0, 500, 0), Optional.empty()));
  }

  @Test
  void ourOwnCountIsAnEstimate() {
    Usage counted = Usage.UNKNOWN.orCounted(2000, 100);
    Cost cost = Pricing.cost(counted, Optional.of(CACHED));
    assertEquals(Source.ESTIMATED, cost.source());
    assertEquals(0, new BigDecimal("0.006").compareTo(cost.usd().orElseThrow()));
  }

  @Test
  void theWorstIsTheDearestKindOfToken() {
    assertEquals(0, new BigDecimal("3.75").compareTo(Pricing.most(1_000_000, 0, WRITES)));
    assertEquals(0, new BigDecimal("4").compareTo(Pricing.most(0, 1_000_000, THINKS)));
    assertEquals(0, new BigDecimal("2.515").compareTo(Pricing.most(1_000_000, 1000, TIERED)));
  }

  private static void assertCost(BigDecimal usd, Usage usage, Price price) {
    Cost cost = Pricing.cost(usage, Optional.of(price));
    assertEquals(0, usd.compareTo(cost.usd().orElseThrow()), cost::toString);
    assertEquals(Source.COMPUTED, cost.source());
  }

  private static Usage usage(long input, long cached, long written, long output, long reasoning) {
    return new Usage(
            OptionalLong.of(input),
            OptionalLong.of(cached),
            OptionalLong.of(output),
            OptionalLong.of(reasoning),
            Optional.empty())
        .withCacheWrite(OptionalLong.of(written));
  }

  private static Price price(Rates usual, Tier... tiers) {
    return new Price(usual, List.of(tiers), Optional.empty(), Price.Source.BUNDLED);
  }

  private static Rates rates(
      String input, String cached, String written, String output, String reasoning) {
    return new Rates(
        new BigDecimal(input),
        amount(cached),
        amount(written),
        new BigDecimal(output),
        amount(reasoning));
  }

  private static Optional<BigDecimal> amount(String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}
