package dev.medley.demo;

/** How faults that are answers with a status are told. */
final class Faults {
  static final String TOO_LONG =
      "This model's maximum context length is 8192 tokens. Please reduce the length of the"
          + " messages.";
  static final String REFUSED = "The prompt was refused by the content policy.";

  private Faults() {}

  static Temper error(int status, String type, String code, String message) {
    return request -> {
      throw ApiError.drilled(status, type, code, message);
    };
  }

  static Temper tooManyWithWait() {
    return request -> {
      throw ApiError.drilled(
          429, "requests", "rate_limit_exceeded", "Rate limit reached.", "Retry-After", "1");
    };
  }
}
