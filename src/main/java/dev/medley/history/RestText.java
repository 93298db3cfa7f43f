package dev.medley.history;

import dev.medley.chat.Failure;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Why a resting model is skipped: {@code resting until 14:03:12 after 3 failures (overloaded)}. */
public final class RestText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private RestText() {}

  /**
   * @param zone in which a person is told until when
   */
  public static Failure failure(Rest rest, ZoneId zone) {
    String failures = rest.failures() == 1 ? "1 failure" : rest.failures() + " failures";
    return Failure.of(
            rest.why(),
            "resting until "
                + TIME.format(rest.until().atZone(zone))
                + (" after " + failures + " (" + rest.why().words() + ")"))
        .withHint("wait, or try it all the same with --no-cooldown");
  }
}
