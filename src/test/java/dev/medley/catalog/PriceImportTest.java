package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.ModelRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceImportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private static final String MAP =
      """
      {"sample_spec": {"input_cost_per_token": 0.0, "output_cost_per_token": 0.0, "max_tokens": "LEGACY",
         "litellm_provider": "one of https://docs.litellm.ai/docs/providers", "mode": "one of: chat, embedding"},
       "gpt-4o": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 128000, "max_output_tokens": 16384,
         "input_cost_per_token": 2.4e-06, "output_cost_per_token": 9.5e-06, "cache_read_input_token_cost": 1.2e-06,
         "supports_vision": true},
       "gemini/gemini-2.5-pro": {"litellm_provider": "gemini", "mode": "chat", "max_input_tokens": 1048576,
         "input_cost_per_token": 1.25e-06, "input_cost_per_token_above_200k_tokens": 2.5e-06,
         "output_cost_per_token": 1e-05, "output_cost_per_token_above_200k_tokens": 1.5e-05,
         "cache_read_input_token_cost": 3.1e-07, "cache_read_input_token_cost_above_200k_tokens": 6.25e-07,
         "supports_reasoning": true},
       "gemini/old": {"litellm_provider": "gemini", "input_cost_per_token": 1e-06,
         "input_cost_per_token_above_128k_tokens": 2e-06, "output_cost_per_token": 2e-06},
       "claude-new-20261101": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": "0.000003",
         "output_cost_per_token": 1.5e-05, "cache_creation_input_token_cost": 3.75e-06,
         "output_cost_per_reasoning_token": 2e-05},
       "groq/llama-3.3-70b-versatile": {"litellm_provider": "groq", "mode": "chat", "input_cost_per_token": 5.9e-07,
         "output_cost_per_token": 7.9e-07},
       "azure/gpt-4o": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 3e-06,
         "output_cost_per_token": 1e-05},
       "text-embedding-3-small": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 2e-08,
         "output_cost_per_token": 0},
       "whisper-1": {"litellm_provider": "openai", "mode": "audio_transcription", "input_cost_per_second": 0.0001},
       "half": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06},
       "minus": {"litellm_provider": "openai", "input_cost_per_token": -1, "output_cost_per_token": 1e-06},
       "absurd": {"litellm_provider": "openai", "input_cost_per_token": 1e-999999, "output_cost_per_token": 25},
       "odd": 7, "list": [1], "nothing": null}
      """;

  private static final String ROUTER =
      """
      {"data": [
        {"id": "openai/gpt-4o", "context_length": 128000, "pricing": {"prompt": "0.0000025", "completion": "0.00001",
          "request": "0", "image": "0.003613", "input_cache_read": "0.00000125", "internal_reasoning": "0"},
          "top_provider": {"max_completion_tokens": 16384}, "architecture": {"input_modalities": ["text", "image"]}},
        {"id": "z-ai/glm-4.5-air:free", "pricing": {"prompt": "0", "completion": "0"}},
        {"id": "x-ai/grok-4.9", "pricing": {"prompt": "0.000003", "completion": "0.000015"},
          "supported_parameters": ["reasoning"]},
        {"id": "nobody/new-model", "pricing": {"prompt": "0.000001", "completion": "0.000002"}},
        {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}},
        {"id": "broken", "pricing": {"prompt": "cheap", "completion": null}}, {"pricing": 3}, 4, null]}
      """;

  @TempDir Path folder;

  @Test
  void readsThePriceMap() {
    assertEquals(
        """
        openai/gpt-4o 128000 16384 Rates[input=2.4, cachedInput=Optional[1.2], cacheWrite=Optional.empty, output=9.5, reasoning=Optional.empty] [] [VISION]
        google/gemini-2.5-pro 1048576 ? Rates[input=1.25, cachedInput=Optional[0.31], cacheWrite=Optional.empty, output=1E+1, reasoning=Optional.empty] [Tier[above=200000, rates=Rates[input=2.5, cachedInput=Optional[0.625], cacheWrite=Optional.empty, output=15, reasoning=Optional.empty]]] [REASONING]
        google/old ? ? Rates[input=1, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=2, reasoning=Optional.empty] [Tier[above=128000, rates=Rates[input=2, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=2, reasoning=Optional.empty]]] []
        anthropic/claude-new-20261101 ? ? Rates[input=3, cachedInput=Optional.empty, cacheWrite=Optional[3.75], output=15, reasoning=Optional[2E+1]] [] []
        groq/llama-3.3-70b-versatile ? ? Rates[input=0.59, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=0.79, reasoning=Optional.empty] [] []
        azure/gpt-4o ? ? Rates[input=3, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=1E+1, reasoning=Optional.empty] [] []""",
        told(PriceImport.read(MAP)));
  }

  @Test
  void readsAListOfModels() {
    assertEquals(
        """
        openai/gpt-4o 128000 16384 Rates[input=2.5, cachedInput=Optional[1.25], cacheWrite=Optional.empty, output=1E+1, reasoning=Optional.empty] [] [VISION]
        glm/glm-4.5-air:free ? ? Rates[input=0, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=0, reasoning=Optional.empty] [] []
        xai/grok-4.9 ? ? Rates[input=3, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=15, reasoning=Optional.empty] [] [REASONING]
        nobody/new-model ? ? Rates[input=1, cachedInput=Optional.empty, cacheWrite=Optional.empty, output=2, reasoning=Optional.empty] [] []""",
        told(PriceImport.read(ROUTER)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON|it is not JSON",
        "''|it is neither a LiteLLM price map nor a list of models with prices",
        "7|it is neither a LiteLLM price map nor a list of models with prices",
        "{}|it is neither a LiteLLM price map nor a list of models with prices",
        "[]|it lists models, but no prices that can be understood",
        "{\"data\":[{\"id\":\"gpt-4o\"}]}|it lists models, but no prices that can be understood",
      })
  void whatIsNoPriceListIsRefusedInWords(String text, String words) {
    assertEquals(
        words,
        assertThrows(IllegalArgumentException.class, () -> PriceImport.read(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "openai, gpt-4o, 2.4",
    "openai, gpt-4o-2024-11-20, 2.4",
    "tokenbay, openai/gpt-4o, 2.4",
    "openrouter, openai/gpt-4o:nitro, 2.4",
    "azure, gpt-4o, 3",
    "gemini, models/gemini-2.5-pro, 1.25",
    "anthropic, claude-new-20261101, 3",
    "anthropic, claude.new-20261101, 3",
    "groq, llama-3.3-70b-versatile, 0.59",
    "tokenbay, llama-3.3-70b-versatile, ?",
    "ollama, gpt-4o, ?",
    "demo, gpt-4o, ?",
    "demo, swift, 0.10",
    "openai, gpt-4o-mini, 0.15",
  })
  void theMapGoesOverTheBundledList(String provider, String id, String input) throws IOException {
    assertEquals(input, input(prices(MAP), provider, id));
  }

  @ParameterizedTest
  @CsvSource({
    "openrouter, openai/gpt-4o, 2.5",
    "openrouter, z-ai/glm-4.5-air:free, 0",
    "openrouter, x-ai/grok-4.9, 3",
    "xai, grok-4.9, 3",
    "openrouter, nobody/new-model, 1",
    "openrouter, openrouter/auto, ?",
  })
  void soDoesTheRoutersList(String provider, String id, String input) throws IOException {
    assertEquals(input, input(prices(ROUTER), provider, id));
  }

  @Test
  void whatTheListDoesNotSayStaysAsItWas() throws IOException {
    ModelInfo info = prices(MAP).info(new ModelRef("gemini", "gemini-2.5-pro"));
    assertEquals(OptionalLong.of(65_536), info.maxOutput());
    assertEquals(Price.Source.IMPORTED, info.price().orElseThrow().source());
    assertEquals(Optional.of(DAY), info.price().orElseThrow().asOf());
    assertEquals(new BigDecimal("15"), info.price().orElseThrow().at(200_001).output());
  }

  @Test
  void aFileThatIsNotOursIsAnError() throws IOException {
    for (String text :
        List.of(
            "",
            "{",
            "[]",
            "{\"as_of\":\"soon\"}",
            "{\"as_of\":\"2026-11-25\",\"source\":\"x\",\"models\":{\"a\":[{\"id\":7,\"price\":{\"input\":\"dear\"}}]}}")) {
      Path file = Files.writeString(folder.resolve("prices.json"), text);
      assertThrows(IOException.class, () -> PriceFile.read(file), text);
    }
    assertEquals(Optional.empty(), PriceFile.read(folder.resolve("none.json")));
  }

  /** Whatever comes, it is a list, or an error in words; and what we write we can read. */
  @Test
  void mutatedListsAreReadOrRefused() throws IOException {
    Random random = new Random(11);
    int rounds = Integer.getInteger("medley.fuzz", 2000);
    String alphabet = "{}[]\",:0123456789eE+-.truefalsn \u0000é\uD83D";
    int read = 0;
    for (int i = 0; i < rounds; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? MAP : ROUTER);
      for (int n = random.nextInt(6); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
        }
      }
      try {
        String file = PriceFile.text(PriceImport.read(text.toString()), "fuzz", DAY);
        byte[] kept = file.getBytes(StandardCharsets.UTF_8);
        PriceFile.read(Files.write(folder.resolve("fuzz.json"), kept)).orElseThrow();
        read++;
      } catch (IllegalArgumentException refused) {
        assertTrue(refused.getMessage().startsWith("it "), refused::toString);
      }
    }
    assertTrue(read > 0);
  }

  private Prices prices(String list) throws IOException {
    Path file = folder.resolve("prices.json");
    Files.writeString(file, PriceFile.text(PriceImport.read(list), "test", DAY));
    Optional<PriceList> read = PriceFile.read(file);
    return new Prices(() -> read);
  }

  private static String input(Prices prices, String provider, String id) {
    return prices
        .info(new ModelRef(provider, id))
        .price()
        .map(price -> price.input().toPlainString())
        .orElse("?");
  }

  private static String told(List<PriceImport.Priced> models) {
    return models.stream()
        .map(PriceImport.Priced::info)
        .map(
            m ->
                String.join(
                    " ",
                    m.provider() + "/" + m.id(),
                    m.window().isPresent() ? "" + m.window().getAsLong() : "?",
                    m.maxOutput().isPresent() ? "" + m.maxOutput().getAsLong() : "?",
                    m.price().orElseThrow().usual().toString(),
                    m.price().orElseThrow().tiers().toString(),
                    m.abilities().toString()))
        .collect(Collectors.joining("\n"));
  }
}
