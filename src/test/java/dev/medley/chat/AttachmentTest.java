package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private static final Attachment IMAGE =
      Attachment.embedded(Attachment.Kind.IMAGE, "a.png", "image/png", new byte[1234]);

  @Test
  void contentIsADataUrl() {
    assertTrue(IMAGE.url().startsWith("data:image/png;base64,AAAA"));
    assertEquals("data:image/png;base64,… (1234 bytes)", IMAGE.abridged().url());
  }

  @Test
  void aLinkHasNothingToAbridge() {
    Attachment link = Attachment.linkedImage(URI.create("https://example.com/a.png"));
    assertEquals(link, link.abridged());
  }

  @Test
  void noLogHoldsContent() {
    Message message = new Message(Role.USER, "hi", List.of(IMAGE));
    assertFalse(new Prompt(List.of(message), Parameters.NONE, true).toString().contains("AAAA"));
  }

  @Test
  void aPromptKnowsWhetherItHasImages() {
    Attachment document =
        Attachment.embedded(Attachment.Kind.DOCUMENT, "a.pdf", "application/pdf", new byte[1]);
    assertTrue(prompt(IMAGE).hasImages());
    assertFalse(prompt(document).hasImages());
    assertFalse(Prompt.of("hi").hasImages());
  }

  private static Prompt prompt(Attachment attachment) {
    Message message = new Message(Role.USER, "hi", List.of(attachment));
    return new Prompt(List.of(message), Parameters.NONE, true);
  }
}
