package dev.medley.catalog;

import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import java.util.Optional;

/**
 * Token counts for when a server has reported none: by the model's own tokenizer where that is
 * published, else by the rule of thumb of {@link TokenEstimate}. Slower than that at the first use,
 * so what has to be known before sending stays with the rule of thumb.
 *
 * <p>What surrounds messages is counted as OpenAI describes it ("How to count tokens with
 * tiktoken", OpenAI Cookbook): three tokens a message and one for its role, three for the answer to
 * begin. Attachments are those of the rule of thumb.
 */
public final class TokenCount {
  private static final int PER_MESSAGE = 4;
  private static final int BEFORE_THE_ANSWER = 3;

  private TokenCount() {}

  /** Tokens of a text as this model counts them; 0 for an empty one. */
  public static long of(String modelId, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return Tokenizer.of(modelId).map(t -> t.count(text)).orElseGet(() -> TokenEstimate.of(text));
  }

  /** Input tokens of a prompt as this model counts them. */
  public static long of(String modelId, Prompt prompt) {
    Optional<Tokenizer> tokenizer = Tokenizer.of(modelId);
    if (tokenizer.isEmpty()) {
      return TokenEstimate.of(prompt);
    }
    long tokens = BEFORE_THE_ANSWER;
    for (Message message : prompt.messages()) {
      tokens += PER_MESSAGE + tokenizer.get().count(message.text());
      tokens += TokenEstimate.ofAttachments(message);
    }
    return tokens;
  }
}
