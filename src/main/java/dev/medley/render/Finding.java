package dev.medley.render;

import dev.medley.chat.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * One line of a checkup.
 *
 * @param subject what was looked at, such as a provider
 * @param check which part of it
 * @param text what was found
 * @param remedy what to do about it; empty when there is nothing to do
 * @param failure what went wrong, where something did
 * @param took where it took time
 */
public record Finding(
    Mark mark,
    String subject,
    String check,
    String text,
    String remedy,
    Optional<Failure> failure,
    Optional<Duration> took) {

  /** How it stands. */
  public enum Mark {
    OK("ok"),
    WARN("warn"),
    FAIL("fail"),
    SKIPPED("-");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    /** Readable without colour. */
    public String sign() {
      return sign;
    }
  }

  public static Finding ok(String subject, String check, String text) {
    return new Finding(Mark.OK, subject, check, text, "", Optional.empty(), Optional.empty());
  }

  public static Finding skipped(String subject, String check, String text, String remedy) {
    return new Finding(
        Mark.SKIPPED, subject, check, text, remedy, Optional.empty(), Optional.empty());
  }

  public static Finding warn(String subject, String check, String text, String remedy) {
    return new Finding(Mark.WARN, subject, check, text, remedy, Optional.empty(), Optional.empty());
  }

  public static Finding fail(String subject, String check, Failure failure) {
    String text = AttemptLine.reason(failure) + ": " + AttemptLine.said(failure.message());
    return new Finding(
        Mark.FAIL, subject, check, text, failure.hint(), Optional.of(failure), Optional.empty());
  }

  /** The same, but no reason to call the whole unwell. */
  public Finding asWarning() {
    return new Finding(Mark.WARN, subject, check, text, remedy, failure, took);
  }

  public Finding after(Duration time) {
    return new Finding(mark, subject, check, text, remedy, failure, Optional.of(time));
  }
}
