package dev.medley.endpoint;

import dev.medley.chat.FailureKind;
import java.util.Locale;
import java.util.regex.Pattern;

/** From a status and the server's words to an error class. */
final class ErrorClassifier {
  private static final Pattern CONTEXT =
      Pattern.compile(
          "context_length_exceeded|exceed_context_size|maximum context length|available context size"
              + "|context size has been exceeded|prompt is too long|total length of all messages is too long"
              + "|input is too long|exceeds? the (model's )?context (window|length)|context window (is )?exceeded"
              + "|exceeds? context limit|range of input length should be"
              + "|input token count .{0,40}exceeds the maximum|reduce the length of the (messages|prompt|input)");
  private static final Pattern POLICY =
      Pattern.compile(
          "content_filter|content_policy|content management policy|responsible_ai|content_?moderation"
              + "|moderation_blocked|flagged by|safety (system|policy|filter)|usage policies|prohibited_content"
              + "|data_?inspection_?failed|content exists risk|requires moderation|blocked by .{0,30}(policy|filter)");
  private static final Pattern SPENT =
      Pattern.compile(
          "insufficient_quota|insufficient (balance|credits?|funds)|exceeded your current quota|balance is insufficient|billing_hard_limit"
              + "|credit balance is too low|payment required|out of credits|billing_not_active");
  private static final Pattern RATE =
      Pattern.compile(
          "rate.?limit|too many (requests|tokens)|tokens per (minute|day)|requests per (minute|day)|concurrent requests|throttl");
  private static final Pattern BUSY =
      Pattern.compile("overloaded|over capacity|at capacity|server (is )?busy|currently loading");
  private static final Pattern NO_MODEL =
      Pattern.compile(
          "model_not_found|model.{0,80}(does not exist|not found|not exist|is not available)|no such model|unknown model|not a valid model|invalid model");
  private static final Pattern BAD_KEY =
      Pattern.compile(
          "invalid_api_key|incorrect api key|invalid api key|api key not valid|api_key_invalid|authentication_error|unauthorized|invalid_authentication");

  /** A quota that fills up again by itself in seconds is a rate limit, whatever it is called. */
  private static final Pattern SOON =
      Pattern.compile("(retry|try again) in [\\d.]+ ?(m?s\\b|seconds?)");

  private ErrorClassifier() {}

  /**
   * @param status the HTTP status; 200 for an error inside an answer
   */
  static FailureKind classify(int status, ErrorBody error) {
    String words =
        (error.message() + " " + error.code() + " " + error.type()).toLowerCase(Locale.ROOT);
    int effective = status >= 400 ? status : statusIn(error);
    if (effective != 429 && effective <= 500 && CONTEXT.matcher(words).find()) {
      return FailureKind.CONTEXT;
    }
    if (effective != 429 && effective < 500 && POLICY.matcher(words).find()) {
      return FailureKind.POLICY;
    }
    return byStatus(effective, words);
  }

  private static FailureKind byStatus(int status, String words) {
    return switch (status) {
      case 401 -> FailureKind.AUTH;
      case 402 -> FailureKind.QUOTA;
      case 403 -> forbidden(words);
      case 404 -> FailureKind.NOT_FOUND;
      case 408 -> FailureKind.SERVER_ERROR;
      case 413 -> FailureKind.CONTEXT; // Groq calls it a rate limit, yet waiting cannot help
      case 429 -> spent(words) ? FailureKind.QUOTA : FailureKind.RATE_LIMIT;
      case 498, 503, 529 -> FailureKind.OVERLOADED;
      default -> byWords(status, words);
    };
  }

  private static FailureKind forbidden(String words) {
    if (spent(words)) {
      return FailureKind.QUOTA;
    }
    return words.contains("model_not_found") ? FailureKind.NOT_FOUND : FailureKind.AUTH;
  }

  private static boolean spent(String words) {
    return SPENT.matcher(words).find() && !SOON.matcher(words).find();
  }

  private static FailureKind byWords(int status, String words) {
    if (spent(words)) {
      return FailureKind.QUOTA;
    }
    if (NO_MODEL.matcher(words).find()) {
      return FailureKind.NOT_FOUND;
    }
    if (BAD_KEY.matcher(words).find()) {
      return FailureKind.AUTH;
    }
    if (status < 400 || status >= 500) {
      if (RATE.matcher(words).find()) {
        return FailureKind.RATE_LIMIT;
      }
      if (BUSY.matcher(words).find()) {
        return FailureKind.OVERLOADED;
      }
      return FailureKind.SERVER_ERROR;
    }
    return FailureKind.BAD_REQUEST;
  }

  /** Gateways put the upstream's status into {@code code} and answer 200 themselves. */
  private static int statusIn(ErrorBody error) {
    return error.code().matches("[45]\\d\\d") ? Integer.parseInt(error.code()) : 200;
  }
}
