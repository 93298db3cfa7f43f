package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.medley.chat.Usage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where servers put the parts of a usage, as in → cached, written → out → reasoning. */
class UsageReaderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "OpenAI | {'prompt_tokens':20,'completion_tokens':9,'total_tokens':29,"
            + "'prompt_tokens_details':{'cached_tokens':8},"
            + "'completion_tokens_details':{'reasoning_tokens':4}} | 20 8 – 9 4",
        "xAI counts reasoning beside | {'prompt_tokens':20,'completion_tokens':9,"
            + "'total_tokens':129,'completion_tokens_details':{'reasoning_tokens':100}}"
            + " | 20 – – 109 100",
        "reasoning within, its total too | {'prompt_tokens':20,'completion_tokens':109,"
            + "'total_tokens':129,'completion_tokens_details':{'reasoning_tokens':100}}"
            + " | 20 – – 109 100",
        "a total that fits nothing | {'prompt_tokens':20,'completion_tokens':9,'total_tokens':7,"
            + "'reasoning_tokens':3} | 20 – – 9 3",
        "DeepSeek | {'prompt_tokens':20,'completion_tokens':9,'prompt_cache_hit_tokens':16}"
            + " | 20 16 – 9 –",
        "OpenRouter, to the cache | {'prompt_tokens':20,'completion_tokens':9,"
            + "'prompt_tokens_details':{'cached_tokens':0,'cache_write_tokens':12}} | 20 0 12 9 –",
        "LiteLLM, to the cache | {'prompt_tokens':20,'completion_tokens':9,"
            + "'cache_creation_input_tokens':12,'cache_read_input_tokens':3} | 20 3 12 9 –",
      })
  void reads(String name, String usage, String expected) throws JsonProcessingException {
    String body = "{'usage':" + usage + "}";
    Usage read = UsageReader.read(Lenient.JSON.readTree(body.replace('\'', '"'))).orElseThrow();
    assertEquals(
        expected,
        String.join(
            " ",
            shown(read.inputTokens()),
            shown(read.cachedTokens()),
            shown(read.cacheWriteTokens()),
            shown(read.outputTokens()),
            shown(read.reasoningTokens())));
  }

  private static String shown(java.util.OptionalLong tokens) {
    return tokens.isPresent() ? Long.toString(tokens.getAsLong()) : "–";
  }
}
