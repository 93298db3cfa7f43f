package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Role;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageContentTest {
  private static String written(Message message) {
    ObjectNode node = Lenient.JSON.createObjectNode();
    MessageContent.write(message, node);
    return node.path("content").toString();
  }

  @Test
  void textAloneStaysAString() {
    assertEquals("\"hi\"", written(Message.user("hi")));
    assertEquals("\"\"", written(Message.user("")));
  }

  @Test
  void whatIsSentIsWhole() {
    Attachment image =
        Attachment.embedded(Attachment.Kind.IMAGE, "a.png", "image/png", new byte[] {1, 2, 3});
    Attachment document =
        Attachment.embedded(
            Attachment.Kind.DOCUMENT, "a.pdf", "application/pdf", new byte[] {4, 5, 6});
    Attachment link = Attachment.linkedImage(URI.create("https://example.com/b.png"));
    assertEquals(
        "[{\"type\":\"text\",\"text\":\"hi\"},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AQID\"}},"
            + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\","
            + "\"file_data\":\"data:application/pdf;base64,BAUG\"}},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.com/b.png\"}}]",
        written(new Message(Role.USER, "hi", List.of(image, document, link))));
  }
}
