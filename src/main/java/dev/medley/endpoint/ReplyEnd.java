package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.util.Optional;

/** How a reply ended: whole, cut off, reported as an error, or not an answer at all. */
final class ReplyEnd {
  private static final String CHECK_URL = "check the base URL: it usually ends in /v1";
  private final ReplyBuilder reply;

  ReplyEnd(ReplyBuilder reply) {
    this.reply = reply;
  }

  /** After a whole body or a {@code [DONE]}: complete even without a finish reason. */
  Optional<Failure> whole() {
    reply.end();
    if (reply.error().isPresent()) {
      return Optional.of(reported(reply.error().get()));
    }
    if (!reply.sawChoice() && reply.otherWords().isPresent()) {
      return Optional.of(reported(reply.otherWords().get()));
    }
    boolean empty = !reply.hasText() || reply.reply().text().isBlank();
    return empty ? Optional.of(NoText.explain(reply)) : badFinish();
  }

  /** After the last byte, when nothing has said that it is the end. */
  Optional<Failure> cut() {
    reply.end();
    if (reply.error().isPresent() || reply.finished()) {
      return whole();
    }
    return Optional.of(
        Failure.of(
            FailureKind.NETWORK,
            reply.hasText()
                ? "the stream ended early: no finish reason and no [DONE]"
                : "the stream ended before an answer began"));
  }

  /**
   * As {@link #cut}; but a body that held no chunk may never have been a stream.
   *
   * @param head its first bytes
   */
  Optional<Failure> ofEvents(String head) {
    if (reply.sawChoice() || reply.error().isPresent()) {
      return cut();
    }
    if (reply.otherWords().isPresent()) {
      return whole();
    }
    String said = head.lines().filter(line -> !line.startsWith(":")).findFirst().orElse("");
    return head.lines().allMatch(line -> line.isBlank() || line.startsWith(":"))
        ? cut()
        : Optional.of(notAnAnswer(ErrorBody.parse(said).message(), head));
  }

  private static Failure notAnAnswer(String said, String head) {
    return Failure.of(FailureKind.MALFORMED, "not an answer: " + said).withDetail(head);
  }

  /**
   * @param atEnd whether the body ended within the value
   */
  Failure brokenJson(boolean atEnd) {
    if (atEnd && reply.sawChoice()) {
      return cut().orElseGet(() -> malformed("the JSON of the answer is cut off"));
    }
    return malformed(atEnd ? "the JSON of the answer is cut off" : "the answer is not JSON");
  }

  private static Failure malformed(String message) {
    return Failure.of(FailureKind.MALFORMED, message);
  }

  static Failure page(String page) {
    String title = ErrorBody.parse(page).message();
    return malformed("the server answered with a web page" + (title.isEmpty() ? "" : ": " + title))
        .withHint(CHECK_URL)
        .withDetail(page);
  }

  /** A finish reason can say that the text is not the whole answer. */
  private Optional<Failure> badFinish() {
    return switch (reply.finishReason()) {
      case "error" ->
          Optional.of(
              Failure.of(FailureKind.SERVER_ERROR, "the server ended the answer with an error"));
      case "content_filter" ->
          Optional.of(Failure.of(FailureKind.POLICY, "the provider's filter cut the answer off"));
      default -> Optional.empty();
    };
  }

  private static Failure reported(ErrorBody error) {
    return ErrorFailures.of(200, error, "");
  }
}
