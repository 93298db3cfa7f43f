package dev.medley.repl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A conversation in a file.
 *
 * @param system the session's system prompt
 */
public record Transcript(Optional<String> system, Conversation conversation) {
  private static final JsonMapper JSON = new JsonMapper();

  /** For people: who said what. Nothing can be read back from it. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    system.ifPresent(s -> text.append("**System**\n\n").append(s.strip()).append("\n\n"));
    for (Turn turn : conversation.turns()) {
      text.append("**You**\n\n").append(turn.said().message().text().strip()).append("\n\n");
      for (Attachment attachment : turn.said().message().attachments()) {
        text.append("*attached: ").append(name(attachment)).append("*\n\n");
      }
      text.append("**").append(turn.by()).append("**\n\n").append(turn.answer().strip());
      text.append(turn.partial() ? "\n\n*broken off here*\n\n" : "\n\n");
    }
    return text.toString();
  }

  private static String name(Attachment attachment) {
    return attachment.name().isEmpty() ? attachment.url() : attachment.name();
  }

  /** For {@link #read}. */
  public String json() {
    ObjectNode document = JSON.createObjectNode().put("schema_version", 1);
    document.put("system", system.orElse(null));
    ArrayNode turns = document.putArray("turns");
    for (Turn turn : conversation.turns()) {
      ObjectNode node = turns.addObject().put("user", turn.said().message().text());
      ArrayNode attachments = node.putArray("attachments");
      for (Attachment one : turn.said().message().attachments()) {
        attachments
            .addObject()
            .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
            .put("name", one.name())
            .put("url", one.url());
      }
      node.put("answer", turn.answer()).put("partial", turn.partial());
      node.put("provider", turn.by().provider()).put("model", turn.by().id());
    }
    return document.toPrettyString() + "\n";
  }

  /**
   * @throws IOException when it is not what {@link #json} writes
   */
  public static Transcript read(String json) throws IOException {
    JsonNode document = tree(json);
    if (!document.path("turns").isArray()) {
      throw new IOException("no turns in it");
    }
    List<Turn> turns = new ArrayList<>();
    for (JsonNode node : document.get("turns")) {
      turns.add(turn(node));
    }
    return new Transcript(
        Optional.ofNullable(document.path("system").textValue()), new Conversation(turns, 0));
  }

  private static JsonNode tree(String json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new IOException("not JSON", notJson);
    }
  }

  private static Turn turn(JsonNode node) throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (JsonNode one : node.path("attachments")) {
      attachments.add(attachment(one));
    }
    Message message = new Message(Role.USER, text(node, "user"), attachments);
    return new Turn(
        new Said(message, Optional.empty(), List.of()),
        text(node, "answer"),
        node.path("partial").booleanValue(),
        new ModelRef(text(node, "provider"), text(node, "model")),
        Optional.empty());
  }

  private static Attachment attachment(JsonNode node) throws IOException {
    String url = text(node, "url");
    boolean document = text(node, "kind").equals("document");
    int data = url.startsWith("data:") ? url.indexOf(',') : -1;
    return new Attachment(
        document ? Attachment.Kind.DOCUMENT : Attachment.Kind.IMAGE,
        text(node, "name"),
        url,
        data < 0 ? OptionalLong.empty() : OptionalLong.of((url.length() - data - 1) * 3L / 4));
  }

  private static String text(JsonNode node, String field) throws IOException {
    String text = node.path(field).textValue();
    if (text == null) {
      throw new IOException("no " + field + " in it");
    }
    return text;
  }
}
