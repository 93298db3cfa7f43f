package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FenceTest {
  @Test
  void isLongerThanAnyInTheText() {
    assertEquals("```\nhi\n```", Fence.around("hi\n\n"));
    assertEquals("````\na ```b``\n````", Fence.around("a ```b``"));
    assertEquals("```\n\n```", Fence.around(""));
  }

  @Test
  void isFoundInOneGoThroughTheText() {
    String ticks = "`".repeat(2_000_000);
    assertEquals(6_000_004, Fence.around(ticks).length());
  }
}
