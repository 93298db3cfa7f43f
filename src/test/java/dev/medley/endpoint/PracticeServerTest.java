package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Outcome;
import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a conversation is rehearsed with. */
class PracticeServerTest {
  @Test
  void everyPromptIsAnsweredTheSame() throws IOException {
    try (PracticeServer server = new PracticeServer()) {
      ChatModel model = server.model();
      for (int i = 0; i < 3; i++) {
        Outcome outcome = model.send(Prompt.of("hi"), ReplyListener.SILENT, new Cancellation());
        assertEquals("word ".repeat(30), outcome.reply().text());
        assertEquals(OptionalLong.of(30), outcome.reply().usage().outputTokens());
      }
    }
  }
}
