package dev.medley.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.repl.Refused;
import org.junit.jupiter.api.Test;

class PastesTest {
  private final Pastes pastes = new Pastes();

  @Test
  void aFewLinesStandAsTheyAre() {
    String text = "a\nb\n".repeat(6);
    assertEquals(text, pastes.fold(text));
  }

  @Test
  void aLargeTextIsAMarkThatTurnsIntoItAgain() {
    String text = "$1 \\ line\n".repeat(13);
    String mark = pastes.fold(text);
    assertEquals("[pasted 13 lines #", mark.substring(0, 18));
    assertEquals("before " + text + " after", pastes.unfold("before " + mark + " after"));
    assertEquals(text + text, pastes.unfold(mark + pastes.fold(text)));
    String wide = "x".repeat(2000);
    assertEquals("[pasted 2,000 characters #", pastes.fold(wide).substring(0, 26));
  }

  @Test
  void aMarkOfAnotherSessionIsRefused() {
    String mark = new Pastes().fold("line\n".repeat(50));
    Refused refused = assertThrows(Refused.class, () -> pastes.unfold("see " + mark));
    assertEquals("what was pasted as " + mark + " is no longer here", refused.failure().message());
  }
}
