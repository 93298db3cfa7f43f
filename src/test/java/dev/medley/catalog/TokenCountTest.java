package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCountTest {
  /** Counts that OpenAI's own tiktoken gives. */
  @ParameterizedTest
  @CsvSource({
    "gpt-4o, tiktoken is great!, 6",
    "gpt-4, tiktoken is great!, 6",
    "gpt-4, antidisestablishmentarianism, 6",
    "gpt-3.5-turbo, 2 + 2 = 4, 7",
    "gpt-4, お誕生日おめでとう, 9",
    "gpt-4o, お誕生日おめでとう, 8",
    "gpt-4o, hello world, 2",
    "gpt-4o, '', 0",
  })
  void countsAsTheModelDoes(String model, String text, long tokens) {
    assertEquals(tokens, TokenCount.of(model, text));
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini, O200K_BASE",
    "openai/gpt-4o-2024-11-20, O200K_BASE",
    "gpt-4.1, O200K_BASE",
    "gpt-5.4-nano, O200K_BASE",
    "chatgpt-4o-latest, O200K_BASE",
    "o3-mini-2025-01-31, O200K_BASE",
    "openai/gpt-oss-20b:free, O200K_BASE",
    "gpt-4, CL100K_BASE",
    "gpt-4-turbo-2024-04-09, CL100K_BASE",
    "gpt-35-turbo, CL100K_BASE",
  })
  void knowsTheFamilyHoweverItIsSpelled(String model, String tokenizer) {
    assertEquals(tokenizer, Tokenizer.of(model).orElseThrow().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-3-5-sonnet", "qwen-plus", "gpt", "olmo-2", "o", "gpt4all", ""})
  void othersAreCountedByTheRuleOfThumb(String model) {
    assertTrue(Tokenizer.of(model).isEmpty());
    assertEquals(
        TokenEstimate.of("Why is the sky blue?"), TokenCount.of(model, "Why is the sky blue?"));
    assertEquals(TokenEstimate.of(Prompt.of("hi")), TokenCount.of(model, Prompt.of("hi")));
  }

  @Test
  void aPromptHasItsSurroundings() {
    Prompt prompt =
        new Prompt(
            List.of(Message.system("hello world"), Message.user("hello world")),
            Parameters.NONE,
            true);
    assertEquals(3 + 4 + 2 + 4 + 2, TokenCount.of("gpt-4o", prompt));
  }

  @Test
  void whatLooksLikeASpecialTokenIsText() {
    assertTrue(TokenCount.of("gpt-4o", "<|endoftext|>") > 1);
  }

  /** A text of many pieces counts what it counts in one. */
  @Test
  void piecesCountAsTheWhole() {
    String sentence = "The quick brown fox jumps over the lazy dog, and over 12 others.\n";
    assertEquals(
        TokenCount.of("gpt-4o", sentence) * 500, TokenCount.of("gpt-4o", sentence.repeat(500)));
  }

  /** Texts at which tokenizers have been slow or have run out of stack. */
  @Test
  void noTextTakesLong() {
    int size = 40_000;
    Random random = new Random(4);
    StringBuilder noise = new StringBuilder();
    random.ints(size, 0, 0x3000).forEach(c -> noise.append((char) c));
    List<String> hostile =
        List.of(
            "a".repeat(size),
            " ".repeat(size),
            "\n".repeat(size),
            "1".repeat(size),
            "!".repeat(size),
            "语".repeat(size),
            "\uD83D\uDE00".repeat(size / 2),
            "\uD800".repeat(size),
            "a\u0301".repeat(size / 2),
            "Ab".repeat(size / 2),
            noise.toString());
    for (String text : hostile) {
      for (String model : List.of("gpt-4", "gpt-4o")) {
        long tokens =
            assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> TokenCount.of(model, text),
                () -> text.substring(0, 9));
        assertTrue(tokens > 0);
      }
    }
  }
}
