package dev.medley.endpoint;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import java.util.Map;

/** From what a server said to a failure with one sentence and a remedy. */
final class ErrorFailures {
  private static final int DETAIL = 1024;
  private static final Map<FailureKind, String> HINTS =
      Map.of(
          FailureKind.AUTH, "check the key and that it may use this model",
          FailureKind.RATE_LIMIT, "wait, or name other models: medley fallback -m A,B",
          FailureKind.QUOTA, "add credit with the provider, or use another one",
          FailureKind.OVERLOADED, "try again later, or name other models: medley fallback -m A,B",
          FailureKind.SERVER_ERROR, "try again later, or name other models: medley fallback -m A,B",
          FailureKind.CONTEXT, "shorten the prompt or use a model with a larger window",
          FailureKind.POLICY, "rephrase the prompt or try another model",
          FailureKind.NOT_FOUND, "check the model's name (medley models) and the base URL",
          FailureKind.BAD_REQUEST, "check the options sent: --dry-run shows the request");

  private ErrorFailures() {}

  /** An answer with a status of 400 or more. */
  static Failure ofStatus(int status, String body) {
    return of(status, ErrorBody.parse(body), body).withStatus(status);
  }

  static Failure of(int status, ErrorBody error, String body) {
    FailureKind kind = ErrorClassifier.classify(status, error);
    String message = error.message().isEmpty() ? statusLine(status) + code(error) : error.message();
    return Failure.of(kind, message)
        .withHint(HINTS.getOrDefault(kind, ""))
        .withDetail(body.length() <= DETAIL ? body : body.substring(0, DETAIL) + "…");
  }

  private static String code(ErrorBody error) {
    String code = error.code().isEmpty() ? error.type() : error.code();
    return code.isEmpty() ? "" : ": " + Sentence.of(code);
  }

  private static String statusLine(int status) {
    String phrase =
        switch (status) {
          case 200 -> "the server reported an error without a message";
          case 400 -> "Bad Request";
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          case 405 -> "Method Not Allowed";
          case 408 -> "Request Timeout";
          case 409 -> "Conflict";
          case 413 -> "Content Too Large";
          case 422 -> "Unprocessable Content";
          case 425 -> "Too Early";
          case 429 -> "Too Many Requests";
          case 500 -> "Internal Server Error";
          case 501 -> "Not Implemented";
          case 502 -> "Bad Gateway";
          case 503 -> "Service Unavailable";
          case 504 -> "Gateway Timeout";
          case 529 -> "Overloaded";
          default -> "no message";
        };
    return status == 200 ? phrase : status + " " + phrase;
  }
}
