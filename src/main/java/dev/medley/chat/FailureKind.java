package dev.medley.chat;

import java.util.Locale;

/** Error classes: one vocabulary for JSON, fallback triggers, history and exit codes. */
public enum FailureKind {
  INTERNAL,
  BAD_REQUEST,
  MALFORMED,
  EMPTY,
  USAGE,
  CONFIG,
  AUTH,
  RATE_LIMIT,
  QUOTA,
  OVERLOADED,
  SERVER_ERROR,
  TIMEOUT_CONNECT,
  TIMEOUT_FIRST_TOKEN,
  TIMEOUT_IDLE,
  TIMEOUT_TOTAL,
  NETWORK,
  TLS,
  CONTEXT,
  POLICY,
  BUDGET,
  ALL_FAILED,
  TRUNCATED,
  SCHEMA,
  NOT_FOUND,
  INTERRUPTED;

  /** The name in JSON and configuration, such as {@code rate_limit}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people: {@code rate limit}, {@code timeout first token}. */
  public String words() {
    return wireName().replace('_', ' ');
  }
}
