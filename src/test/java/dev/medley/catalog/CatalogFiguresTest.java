package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the price list is possible. */
class CatalogFiguresTest {
  /** Dearer than anything on sale: a figure above it has slipped by a digit. */
  private static final BigDecimal ABSURD = new BigDecimal(1000);

  static Stream<ModelInfo> models() {
    return Catalog.bundled().all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void isPossible(ModelInfo model) {
    assertEquals(Optional.of(model), Catalog.bundled().find(model.id()));
    assertTrue(model.window().orElseThrow() > 0);
    assertTrue(model.maxOutput().orElse(1) > 0);
    assertTrue(model.maxOutput().orElse(1) <= model.window().getAsLong());
    model.price().ifPresent(CatalogFiguresTest::isPossible);
  }

  private static void isPossible(Price price) {
    BigDecimal cached = price.cachedInput().orElse(price.input());
    assertTrue(cached.signum() >= 0);
    assertTrue(cached.compareTo(price.input()) <= 0, "the cache is no dearer");
    assertTrue(price.input().compareTo(price.output()) <= 0, "reading is no dearer than writing");
    assertTrue(price.output().compareTo(ABSURD) < 0);
    assertTrue(price.asOf().isPresent());
  }

  @Test
  void onlyThoseWithoutAPublishedFigureHaveNoPrice() {
    List<String> unpriced =
        models().filter(model -> model.price().isEmpty()).map(ModelInfo::id).toList();
    assertEquals(List.of("glm-4.7-flash", "glm-4.5-air"), unpriced);
  }

  @Test
  void holdsEveryMakerOfThePublishedList() {
    Set<String> makers = models().map(ModelInfo::provider).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "demo",
            "openai",
            "anthropic",
            "google",
            "xai",
            "deepseek",
            "dashscope",
            "glm",
            "meta",
            "minimax",
            "moonshot",
            "others"),
        makers);
    assertTrue(models().count() > 130);
  }

  @Test
  void everySimulatedModelHasAPriceAboveZero() {
    List<ModelInfo> demo = models().filter(model -> model.provider().equals("demo")).toList();
    assertEquals(10, demo.size());
    assertTrue(demo.stream().allMatch(m -> m.price().orElseThrow().input().signum() > 0));
  }
}
