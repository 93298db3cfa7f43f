package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Outcome;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  /** It goes all the way and back, or it would leave the rest for the first real request. */
  @Test
  void aRequestThatNeverLeavesIsAnswered() {
    Outcome outcome = WarmUp.run();
    assertTrue(outcome.answered(), outcome::toString);
    assertEquals(".", outcome.reply().text());
    assertEquals(1, outcome.reply().usage().outputTokens().orElseThrow());
  }
}
