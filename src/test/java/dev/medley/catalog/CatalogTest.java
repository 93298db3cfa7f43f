package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.ModelRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
  private final Catalog catalog = Catalog.bundled();

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, gpt-4o",
    "GPT-4o, gpt-4o",
    "' gpt-4o ', gpt-4o",
    "openai/gpt-4o, gpt-4o",
    "openrouter/openai/gpt-4o, gpt-4o",
    "gpt-4o-2024-11-20, gpt-4o",
    "gpt-4o-2024-08-06, gpt-4o",
    "openai/gpt-4o-2024-11-20, gpt-4o",
    "gpt-4o-2024-05-13, gpt-4o-2024-05-13",
    "gpt-4o-mini, gpt-4o-mini",
    "gpt-4o-mini-2024-07-18, gpt-4o-mini",
    "chatgpt-4o-latest, chatgpt-4o-latest",
    "gpt-5-1, gpt-5.1",
    "o3-2025-04-16, o3",
    "models/gemini-1.5-flash, gemini-1.5-flash",
    "gemini-1.5-flash-latest, gemini-1.5-flash",
    "gemini-1.5-flash-002, gemini-1.5-flash",
    "google/gemini-flash-1.5, gemini-1.5-flash",
    "publishers/google/models/gemini-2.5-pro, gemini-2.5-pro",
    "claude-3-5-sonnet, claude-3-5-sonnet",
    "claude-3-5-sonnet-latest, claude-3-5-sonnet",
    "claude-3-5-sonnet-20241022, claude-3-5-sonnet",
    "claude-3-5-sonnet@20241022, claude-3-5-sonnet",
    "anthropic/claude-3.5-sonnet, claude-3-5-sonnet",
    "anthropic/claude-3.5-sonnet:beta, claude-3-5-sonnet",
    "anthropic/claude-3.7-sonnet:thinking, claude-3-7-sonnet",
    "anthropic/claude-3-haiku, claude-3-haiku",
    "openai/gpt-4o:nitro, gpt-4o",
    "openai/gpt-4o:floor, gpt-4o",
    "qwen/qwen-plus, qwen-plus",
    "x-ai/grok-4-0709, grok-4",
    "minimax/minimax-m3, MiniMax-M3",
    "deepseek/deepseek-v3.2, deepseek-chat",
    "meta-llama/llama-3.1-405b-instruct, meta-llama/llama-3.1-405b-instruct",
    "demo/swift, swift",
    "swift, swift",
  })
  void findsAModelHoweverItIsSpelled(String spelling, String id) {
    assertEquals(Optional.of(id), catalog.find(spelling).map(ModelInfo::id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ":",
        ":free",
        "gpt",
        "gpt-4o-",
        "gpt-4o-mini-something-new",
        "gpt-4o-audio-preview",
        "gpt-4o-2024-13-20",
        "gpt-4o-20",
        "gpt-4o:latest",
        "gpt-oss:20b",
        "gpt-oss-20b:cloud",
        "openai",
        "openai/",
        "anthropic/gpt-4o",
        "somebody/gpt-4o",
        "ft:gpt-4o:acme::x1",
        "claude-3-5",
        "qwen-max",
      })
  void neverGuesses(String spelling) {
    assertEquals(Optional.empty(), catalog.find(spelling));
  }

  @Test
  void aFreeVariantCostsNothing() {
    Price free = catalog.find("deepseek/deepseek-v3.2:free").orElseThrow().price().orElseThrow();
    assertEquals(BigDecimal.ZERO, free.input());
    assertEquals(BigDecimal.ZERO, free.output());
    assertTrue(catalog.find("z-ai/glm-4.5-air:free").orElseThrow().price().isPresent());
    assertEquals(Optional.empty(), catalog.find("z-ai/glm-4.5-air").orElseThrow().price());
  }

  @Test
  void figuresAreThoseOfTheList() {
    ModelInfo mini = catalog.find("gpt-4o-mini").orElseThrow();
    assertEquals("openai", mini.provider());
    assertEquals(OptionalLong.of(128_000), mini.window());
    assertEquals(OptionalLong.of(16_384), mini.maxOutput());
    assertEquals(
        Optional.of(
            new Price(
                new BigDecimal("0.15"),
                Optional.of(new BigDecimal("0.075")),
                new BigDecimal("0.6"),
                Optional.of(LocalDate.of(2026, 11, 22)))),
        mini.price());
    assertTrue(mini.abilities().contains(ModelInfo.Ability.VISION));
    assertEquals(LocalDate.of(2026, 11, 22), catalog.asOf());
  }

  @ParameterizedTest
  @CsvSource({
    "demo, swift, true",
    "demo, demo/swift, true",
    "demo, gpt-4o, false",
    "tokenbay, swift, false",
    "tokenbay, demo/swift, false",
    "ollama, swift, false",
    "tokenbay, gpt-4o, true",
    "openrouter, anthropic/claude-3.5-sonnet, true",
  })
  void demoAndTheWorldAreKeptApart(String provider, String id, boolean found) {
    assertEquals(found, catalog.find(new ModelRef(provider, id)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ollama", "lmstudio", "llamacpp", "vllm", "local", "groq"})
  void whoHasPricesOfTheirOwnGetsNoneOfTheList(String provider) {
    ModelInfo info = catalog.find(new ModelRef(provider, "openai/gpt-oss-20b")).orElseThrow();
    assertEquals(Optional.empty(), info.price());
    assertEquals(OptionalLong.of(131_072), info.window());
  }

  @Test
  void deprecationIsKnown() {
    assertTrue(catalog.deprecated(catalog.find("gpt-4o").orElseThrow()));
    assertEquals(false, catalog.deprecated(catalog.find("qwen-plus").orElseThrow()));
    assertEquals(false, catalog.deprecated(ModelInfo.unknown("openai", "nobody")));
  }

  @Test
  void isReadOnce() {
    assertSame(catalog, Catalog.bundled());
  }
}
