package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the body of a 2xx answer into a {@link ReplyBuilder}, whether it is an event stream, JSON,
 * or neither, whatever the Content-Type says. Returns how it ended; throws only what the connection
 * throws.
 */
final class ReplyReader {
  private final ReplyBuilder builder;
  private final ReplyEnd end;
  private final Consumer<String> onNotice;
  private final ChunkTemplate template = new ChunkTemplate();
  private boolean done;
  private int broken;

  ReplyReader(ReplyBuilder builder, Consumer<String> onNotice) {
    this.builder = builder;
    this.end = new ReplyEnd(builder);
    this.onNotice = onNotice;
  }

  /** Empty: the answer is whole. */
  Optional<Failure> read(InputStream body) throws IOException {
    ByteSource in = new ByteSource(body);
    try {
      Optional<Failure> failure = read(in);
      if (broken > 1) {
        onNotice.accept("skipped " + broken + " chunks that are not JSON");
      }
      if (builder.showedThinkingAsText()) {
        onNotice.accept("what came before </think> was thinking: its opening tag was not sent");
      }
      return failure;
    } catch (Blocks.TooLong tooLong) {
      return Optional.of(Failure.of(FailureKind.MALFORMED, tooLong.getMessage()));
    }
  }

  /** One completion; or chunks as bare JSON values; or events; or some of both. */
  private Optional<Failure> read(ByteSource in) throws IOException {
    switch (in.peekVisible()) {
      case -1 -> {
        return Optional.of(Failure.of(FailureKind.EMPTY, "the server answered with an empty body"));
      }
      case '<' -> {
        return Optional.of(ReplyEnd.page(in.wholeHead()));
      }
      default -> {}
    }
    for (int next = in.peekVisible(); next == '{' || next == '['; next = in.peekVisible()) {
      JsonValues.Taken value = JsonValues.take(in);
      Optional<JsonNode> parsed = JsonValues.parse(value.bytes());
      if (parsed.isEmpty() && value.whole() && builder.sawChoice()) {
        skipped();
        continue;
      }
      if (parsed.isEmpty()) {
        return Optional.of(end.brokenJson(!value.whole()));
      }
      builder.accept(parsed.get(), "");
      if (!isChunk(parsed.get())) {
        return end.whole();
      }
      if (builder.error().isPresent()) {
        return end.cut();
      }
    }
    return readEvents(in);
  }

  private static boolean isChunk(JsonNode value) {
    JsonNode first = value.isArray() ? value.path(0) : value;
    return first.path("choices").path(0).has("delta")
        || first.path("object").asText().endsWith(".chunk");
  }

  private Optional<Failure> readEvents(ByteSource in) throws IOException {
    EventStream events = new EventStream(in);
    for (EventStream.Event event = events.next(); event != null; event = events.next()) {
      event(event);
      if (done) {
        return end.whole();
      }
      if (builder.error().isPresent()) {
        return end.cut();
      }
    }
    return end.ofEvents(in.head());
  }

  private void event(EventStream.Event event) {
    Blocks data = event.data();
    if (isDone(data)) {
      done = true;
    } else if (data.size() > 0 && !accept(data, event.type())) {
      eachLine(event);
    }
  }

  /** Some servers part events by a single newline: then every line of the data is a chunk. */
  private void eachLine(EventStream.Event event) {
    for (String line : event.data().text().split("\n")) {
      Blocks bytes = Blocks.of(line.getBytes(StandardCharsets.UTF_8));
      if (isDone(bytes)) {
        done = true;
      } else if (!line.isBlank() && !accept(bytes, event.type())) {
        broken(event.type(), line);
      }
    }
  }

  private void broken(String type, String line) {
    if (type.equals("error")) {
      builder.accept(Lenient.JSON.createObjectNode().put("error", line), type);
    } else if (!type.equals("ping")) {
      skipped();
    }
  }

  private void skipped() {
    if (broken++ == 0) {
      onNotice.accept("skipped a chunk that is not JSON");
    }
  }

  private boolean accept(Blocks data, String type) {
    String more = type.isEmpty() ? template.textOf(data) : null;
    if (more != null) {
      builder.acceptMore(more);
      return true;
    }
    Optional<JsonNode> chunk = JsonValues.parse(data);
    chunk
        .filter(JsonNode::isContainerNode)
        .ifPresent(
            node -> {
              builder.accept(node, type);
              template.learn(data, builder.soleText(node).orElse(""));
            });
    return chunk.filter(node -> node.isContainerNode() || node.isNull()).isPresent();
  }

  private static boolean isDone(Blocks data) {
    return data.size() >= 6
        && data.size() <= 16
        && data.text().strip().replace("\"", "").equals("[DONE]");
  }
}
