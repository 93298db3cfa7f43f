package dev.medley.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong with a model, played on demand: the model {@code drill-429} answers with a 429,
 * always. These models are on no list.
 */
public enum Fault {
  TOO_MANY("429", Faults.error(429, "requests", "rate_limit_exceeded", "Rate limit reached.")),
  TOO_MANY_WAIT("429-wait", Faults.tooManyWithWait()),
  SERVER_ERROR("500", Faults.error(500, "server_error", null, "The server had an error.")),
  OVERLOADED("503", Faults.error(503, "overloaded_error", "overloaded", "Overloaded.")),
  DOWN("down", Faults.error(503, "overloaded_error", "overloaded", "Overloaded.")),
  TIMEOUT(Temper.calm()) {
    @Override
    boolean instead(Exchange exchange, Pacing pacing) throws InterruptedException {
      pacing.silence();
      return true;
    }
  },
  STALL(Temper.stalling()),
  CUT(Temper.cut()),
  RESET(Temper.calm()) {
    @Override
    boolean instead(Exchange exchange, Pacing pacing) {
      exchange.hangUp();
      return true;
    }
  },
  BROKEN(request -> Course.GARBLED),
  CONTEXT(Faults.error(400, "invalid_request_error", "context_length_exceeded", Faults.TOO_LONG)),
  POLICY(Faults.error(400, "invalid_request_error", "content_filter", Faults.REFUSED)),
  AUTH(Faults.error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key.")),
  QUOTA(Faults.error(429, "insufficient_quota", "insufficient_quota", "The quota is spent.")),
  EMPTY(request -> Course.EMPTY),
  MALFORMED(Temper.calm()) {
    @Override
    boolean instead(Exchange exchange, Pacing pacing) throws IOException {
      exchange.text("<html><body>Please sign in to this network.</body></html>");
      return true;
    }
  };

  private static final String MODEL_PREFIX = "drill-";

  private final String word;
  private final Temper temper;

  Fault(Temper temper) {
    this.word = name().toLowerCase(Locale.ROOT);
    this.temper = temper;
  }

  Fault(String word, Temper temper) {
    this.word = word;
    this.temper = temper;
  }

  /** As it is written, such as {@code 429-wait}. */
  public String word() {
    return word;
  }

  /** The model that has this fault. */
  public String modelId() {
    return MODEL_PREFIX + word;
  }

  public static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
  }

  /** All of them, as they are written. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fault::word).toList();
  }

  static Optional<Fault> ofModel(String id) {
    return id.startsWith(MODEL_PREFIX)
        ? named(id.substring(MODEL_PREFIX.length()))
        : Optional.empty();
  }

  Temper temper() {
    return temper;
  }

  /** Whether something that is no answer at all was done instead of answering. */
  boolean instead(Exchange exchange, Pacing pacing) throws IOException, InterruptedException {
    return false;
  }
}
