package dev.medley.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.io.BufferedInputStream;
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
  private static final int SNIFFED = 4096;

  private final ReplyBuilder builder;
  private final Consumer<String> onNotice;
  private boolean done;

  ReplyReader(ReplyBuilder builder, Consumer<String> onNotice) {
    this.builder = builder;
    this.onNotice = onNotice;
  }

  /** Empty: the answer is whole. */
  Optional<Failure> read(InputStream body) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body, SNIFFED * 4);
    switch (firstVisible(in)) {
      case -1 -> {
        return Optional.of(Failure.of(FailureKind.EMPTY, "the server answered with an empty body"));
      }
      case '{', '[' -> {
        return readJson(in);
      }
      case '<' -> {
        return Optional.of(notAnAnswer(in));
      }
      default -> {
        return readEvents(in);
      }
    }
  }

  /** Skips a byte-order mark and white space; the first byte after them stays unread. */
  private static int firstVisible(BufferedInputStream in) throws IOException {
    while (true) {
      in.mark(1);
      int next = in.read();
      boolean skip = next == 0xEF || next == 0xBB || next == 0xBF || next >= 0 && next <= ' ';
      if (!skip) {
        if (next >= 0) {
          in.reset();
        }
        return next;
      }
    }
  }

  private static Failure notAnAnswer(InputStream in) throws IOException {
    String page = new String(in.readNBytes(SNIFFED), StandardCharsets.UTF_8);
    String title = ErrorBody.parse(page).message();
    return Failure.of(
            FailureKind.MALFORMED,
            "the server answered with a web page" + (title.isEmpty() ? "" : ": " + title))
        .withHint("check the base URL: it usually ends in /v1")
        .withDetail(page);
  }

  private Optional<Failure> readJson(InputStream in) throws IOException {
    boolean any = false;
    try (MappingIterator<JsonNode> values = Lenient.JSON.readerFor(JsonNode.class).readValues(in)) {
      // One completion, or chunks as lines of JSON without "data:".
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        any = true;
        builder.accept(value, "");
        if (!isChunk(value)) {
          return endOfWhole();
        }
      }
    } catch (JsonEOFException cut) {
      return builder.hasText()
          ? endOfStream()
          : Optional.of(notJson("the JSON of the answer is cut off"));
    } catch (JsonProcessingException broken) {
      if (!any) {
        return Optional.of(notJson("the answer is not JSON"));
      }
    }
    return endOfStream();
  }

  private static boolean isChunk(JsonNode value) {
    return value.path("choices").path(0).has("delta")
        || value.path("object").asText().endsWith(".chunk");
  }

  private static Failure notJson(String message) {
    return Failure.of(FailureKind.MALFORMED, message);
  }

  private Optional<Failure> readEvents(InputStream in) throws IOException {
    HeadKeeper kept = new HeadKeeper(in, SNIFFED);
    EventStream events = new EventStream(kept);
    boolean any = false;
    for (EventStream.Event event = events.next(); event != null; event = events.next()) {
      any = true;
      event(event);
      if (done) {
        return endOfWhole();
      }
      if (builder.error().isPresent()) {
        return Optional.of(reported());
      }
    }
    return any ? endOfStream() : Optional.of(noEvents(kept.head()));
  }

  private void event(EventStream.Event event) {
    byte[] data = event.data();
    if (isDone(data)) {
      done = true;
    } else if (data.length > 0 && !accept(data, event.type())) {
      eachLine(event);
    }
  }

  /** Some servers part events by a single newline: then every line of the data is a chunk. */
  private void eachLine(EventStream.Event event) {
    for (String line : event.text().split("\n")) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
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
      onNotice.accept("skipped a chunk that is not JSON");
    }
  }

  private boolean accept(byte[] data, String type) {
    try {
      JsonNode chunk = Lenient.JSON.readTree(data);
      if (chunk.isContainerNode()) {
        builder.accept(chunk, type);
        return true;
      }
      return chunk.isMissingNode() || chunk.isNull();
    } catch (IOException notJson) {
      return false;
    }
  }

  private static boolean isDone(byte[] data) {
    return data.length >= 6
        && data.length <= 16
        && new String(data, StandardCharsets.UTF_8).strip().equals("[DONE]");
  }

  /** A whole body or a {@code [DONE]}: complete even without a finish reason. */
  private Optional<Failure> endOfWhole() {
    builder.end();
    if (builder.error().isPresent()) {
      return Optional.of(reported());
    }
    return builder.hasText() ? textEnded() : Optional.of(NoText.explain(builder));
  }

  private Optional<Failure> endOfStream() {
    builder.end();
    if (builder.error().isPresent()) {
      return Optional.of(reported());
    }
    if (builder.finished()) {
      return builder.hasText() ? textEnded() : Optional.of(NoText.explain(builder));
    }
    return Optional.of(
        Failure.of(
            FailureKind.NETWORK,
            builder.hasText()
                ? "the stream ended early: no finish reason and no [DONE]"
                : "the stream ended before an answer began"));
  }

  /** A finish reason can say that the text is not the whole answer. */
  private Optional<Failure> textEnded() {
    String reason = builder.reply().finishReason().orElse("");
    return switch (reason) {
      case "error" ->
          Optional.of(
              Failure.of(FailureKind.SERVER_ERROR, "the server ended the answer with an error"));
      case "content_filter" ->
          Optional.of(Failure.of(FailureKind.POLICY, "the provider's filter cut the answer off"));
      default -> Optional.empty();
    };
  }

  private Failure reported() {
    ErrorBody error = builder.error().orElseThrow();
    return ErrorFailures.of(200, error, "");
  }

  private static Failure noEvents(String head) {
    ErrorBody said = ErrorBody.parse(head);
    return head.isBlank()
        ? Failure.of(FailureKind.EMPTY, "the event stream had no events")
        : Failure.of(FailureKind.MALFORMED, "not an answer: " + said.message()).withDetail(head);
  }
}
