package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text passes on whole, however it comes. */
class TextFeedTest {
  private static List<String> heard(String... pieces) {
    List<String> heard = new ArrayList<>();
    TextFeed feed = new TextFeed(heard::add);
    for (String piece : pieces) {
      feed.accept(piece);
    }
    feed.end();
    assertEquals(String.join("", heard), feed.toString());
    return heard;
  }

  @Test
  void halvesAreHeldBackUntilTheOtherComes() {
    assertEquals(List.of("a", "\uD83D\uDE00b"), heard("a\uD83D", "\uDE00b"));
    assertEquals(List.of("\uD83D\uDE00"), heard("\uD83D", "", "\uDE00"));
  }

  @Test
  void halvesThatStayAloneAreReplaced() {
    assertEquals(List.of("a", "\uFFFD"), heard("a\uD83D"));
    assertEquals(List.of("\uFFFDb"), heard("\uDE00b"));
    assertEquals(List.of("\uFFFD\uD83D\uDE00"), heard("\uD83D", "\uD83D\uDE00"));
  }

  @Test
  void longTextIsOneText() {
    String large = "ü".repeat(100_000);
    assertEquals(List.of("a", large, "b", large), heard("a", large, "b", large));
  }
}
