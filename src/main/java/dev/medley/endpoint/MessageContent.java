package dev.medley.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Attachment;
import dev.medley.chat.Message;

/** The content of a message in a request: a string while that is enough, else a list of parts. */
final class MessageContent {
  private MessageContent() {}

  static void write(Message message, ObjectNode to) {
    if (message.attachments().isEmpty()) {
      to.put("content", message.text());
      return;
    }
    ArrayNode parts = to.putArray("content");
    if (!message.text().isEmpty()) {
      parts.addObject().put("type", "text").put("text", message.text());
    }
    message.attachments().forEach(attachment -> part(attachment, parts.addObject()));
  }

  private static void part(Attachment attachment, ObjectNode part) {
    switch (attachment.kind()) {
      case IMAGE ->
          part.put("type", "image_url").putObject("image_url").put("url", attachment.url());
      case DOCUMENT ->
          part.put("type", "file")
              .putObject("file")
              .put("filename", attachment.name())
              .put("file_data", attachment.url());
    }
  }
}
