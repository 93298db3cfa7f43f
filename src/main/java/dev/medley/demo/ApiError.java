package dev.medley.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An answer that is an error, in OpenAI's shape. */
final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final String type;
  private final String param;
  private final String code;
  private final transient Map<String, String> headers;

  private ApiError(
      int status, String type, String param, String code, String message, String... header) {
    super(message);
    this.status = status;
    this.type = type;
    this.param = param;
    this.code = code;
    this.headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
  }

  /** A fault that was ordered; it says so, for those who find it in a log. */
  static ApiError drilled(int status, String type, String code, String message, String... header) {
    return new ApiError(status, type, null, code, message + " (a drill)", header);
  }

  static ApiError badRequest(String param, String message) {
    return new ApiError(400, INVALID, param, null, message);
  }

  static ApiError wrongKey() {
    return new ApiError(
        401,
        INVALID,
        null,
        "invalid_api_key",
        "Incorrect API key provided. Any other key will do.");
  }

  static ApiError noSuchModel(String id) {
    return new ApiError(
        404,
        INVALID,
        "model",
        "model_not_found",
        "The model '" + id + "' is not among the simulated ones; GET /v1/models lists them.");
  }

  static ApiError noSuchPath(String path) {
    return new ApiError(404, INVALID, null, "unknown_url", "There is nothing at " + path);
  }

  static ApiError wrongMethod(String method, String allowed) {
    String message = "Not allowed to " + method + " here, only to " + allowed;
    return new ApiError(405, INVALID, null, "method_not_supported", message, "Allow", allowed);
  }

  static ApiError tooBig() {
    return new ApiError(413, INVALID, null, "request_too_large", "The request body is too large.");
  }

  static ApiError rateLimited() {
    return new ApiError(
        429,
        "requests",
        null,
        "rate_limit_exceeded",
        "Rate limit reached for the simulated model flaky. Please try again in 1 s.",
        "Retry-After",
        "1");
  }

  static ApiError overloaded() {
    return new ApiError(
        503,
        "overloaded_error",
        null,
        "overloaded",
        "The simulated model down is always overloaded. Please try another one.");
  }

  static ApiError tooLong(long window, long tokens) {
    return new ApiError(
        400,
        INVALID,
        "messages",
        "context_length_exceeded",
        "This model's maximum context length is "
            + window
            + " tokens. However, your messages resulted in "
            + tokens
            + " tokens. Please reduce the length of the messages.");
  }

  static ApiError filtered() {
    return new ApiError(
        400,
        INVALID,
        "prompt",
        "content_filter",
        "The prompt was refused by the content policy of the simulated model refuse.");
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .put("param", param)
        .put("code", code);
    return body;
  }
}
