package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.catalog.ModelInfo;
import dev.medley.catalog.Price;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a price in a file means, and how far a project file is believed. */
class PricesOfFilesTest {
  @TempDir Path temporary;

  @Test
  void allKindsOfTokensAndTiers() {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                models:
                  long:
                    id: openai/new
                    price:
                      {input: 1, cached_input: 0.1, cache_write: 1.25, output: 4, reasoning: 8, as_of: "2026-11-22",
                       tiers: [{above: 200000, input: 2, output: 6}]}
                """);
    assertEquals("", desk.problems());
    Price price = facts(desk, "long").price().orElseThrow();
    assertEquals(
        "Rates[input=1, cachedInput=Optional[0.1], cacheWrite=Optional[1.25], output=4,"
            + " reasoning=Optional[8]]",
        price.at(200_000).toString());
    assertEquals("2", price.at(200_001).input().toString());
    assertEquals(Price.Source.CONFIGURED, price.source());
  }

  @Test
  void whatIsWrongInATierIsToldWithItsPlace() {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                models:
                  long: {id: openai/new, price: {input: 1, output: 4, tiers: [{input: 2}, {above: no, input: 1, output: 1, out: 3}]}}
                """);
    assertEquals(
        """
        USER:2: models.long.price.tiers[2].out: unknown key; known are above, input, cached_input, cache_write, output, reasoning
        USER:2: models.long.price.tiers[1]: needs above, in prompt tokens
        USER:2: models.long.price.tiers[1]: needs output, in USD per million tokens
        USER:2: models.long.price.tiers[2].above: "no" is not a whole number, such as 128000""",
        desk.problems());
  }

  @Test
  void aProjectFileMakesNoKnownModelCheaper() {
    Desk desk =
        new Desk(temporary)
            .user("models: {mine: {id: openai/x, price: {input: 5, output: 5}, max_output: 900}}\n")
            .project(
                """
                models:
                  free: {id: openai/gpt-4o, price: {input: 0, output: 0}, max_output: 1}
                  short: {id: openai/gpt-4o, max_output: 1}
                  mine: {price: {input: 0, output: 0}}
                """);
    assertEquals("", desk.problems());
    for (String alias : new String[] {"free", "short", "mine"}) {
      ModelInfo info = facts(desk, alias).over(known("2.5", 16_384));
      assertEquals(new BigDecimal("2.5"), info.price().orElseThrow().input(), alias);
      assertEquals(OptionalLong.of(16_384), info.maxOutput(), alias);
    }
  }

  @Test
  void whereNobodyElseKnowsAPriceTheProjectsIsShownForWhatItIs() {
    Desk desk =
        new Desk(temporary)
            .project(
                "models: {odd: {id: openai/odd, price: {input: 1, output: 2}, max_output: 9}}");
    ModelInfo info = facts(desk, "odd").over(ModelInfo.unknown("openai", "odd"));
    assertEquals(Price.Source.PROJECT, info.price().orElseThrow().source());
    assertEquals(OptionalLong.of(9), info.maxOutput());
  }

  @Test
  void norDoesItsChainLoosenThePriceGuard() {
    Desk desk =
        new Desk(temporary)
            .user("limits: {max_price: 2x}\n")
            .project(
                """
                chains:
                  dear: {models: [demo/swift], max_price: 9x}
                  cheap: {models: [demo/swift], max_price: 1.5x}
                """);
    assertEquals(
        "PROJECT:2: chains.dear.max_price: a project file may only lower a limit; USER:1 says 2x",
        desk.problems());
  }

  private static ModelAlias.Facts facts(Desk desk, String alias) {
    return desk.load().settings().roster().models().get(alias).facts();
  }

  private static ModelInfo known(String input, long maxOutput) {
    Price price =
        new Price(new BigDecimal(input), Optional.empty(), BigDecimal.TEN, Optional.empty());
    return new ModelInfo(
        "openai",
        "gpt-4o",
        OptionalLong.of(128_000),
        OptionalLong.of(maxOutput),
        Optional.of(price),
        Set.of());
  }
}
