package dev.medley.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 1",
    "Explain model routing in one paragraph, 10",
    "Ärger mit Öl, 3",
    "привет, 3",
    "模型路由, 4",
    "안녕, 2",
    "🙂🙂🙂, 3",
    "“quoted”, 2",
  })
  void followsItsRuleOfThumb(String text, long tokens) {
    assertEquals(tokens, TokenEstimate.of(text));
  }

  @Test
  void everyMessageHasAFrame() {
    Prompt prompt =
        new Prompt(List.of(Message.system("Be brief"), Message.user("Hi")), Parameters.NONE, true);
    assertEquals(4 + 2 + 4 + 1, TokenEstimate.of(prompt));
  }

  @Test
  void neverShrinksWhenTextIsAdded() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    long before = 0;
    for (int i = 0; i < 5000; i++) {
      // Any unit, lone surrogates included: a pair may form from two appends.
      text.append((char) random.nextInt(0x10000));
      long now = TokenEstimate.of(text.toString());
      assertTrue(now >= before, "at " + i);
      before = now;
    }
  }

  @Test
  void anImageCountsAThousandAndADocumentByItsSize() {
    assertEquals(1005, TokenEstimate.of(with(Attachment.Kind.IMAGE, 1)));
    assertEquals(1005, TokenEstimate.of(with(Attachment.Kind.IMAGE, 2_000_000)));
    assertEquals(2005, TokenEstimate.of(with(Attachment.Kind.DOCUMENT, 49_999)));
    assertEquals(4005, TokenEstimate.of(with(Attachment.Kind.DOCUMENT, 50_000)));
  }

  private static Prompt with(Attachment.Kind kind, int bytes) {
    Attachment attachment = Attachment.embedded(kind, "a", "some/thing", new byte[bytes]);
    Message message = new Message(Role.USER, "hi", List.of(attachment));
    return new Prompt(List.of(message), Parameters.NONE, true);
  }
}
