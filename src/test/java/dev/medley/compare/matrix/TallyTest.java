package dev.medley.compare.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void itIsAMapFromNumbersToNumbers() {
    Random random = new Random(5);
    Map<Long, Integer> expected = new HashMap<>();
    Tally tally = new Tally();
    for (int i = 0; i < 50_000; i++) {
      long key = random.nextBoolean() ? random.nextInt(3_000) : (long) random.nextInt(3_000) << 40;
      if (random.nextBoolean()) {
        assertEquals(expected.merge(key, 1, Integer::sum), tally.add(key));
      } else {
        int value = 1 + random.nextInt(9);
        expected.put(key, value);
        tally.put(key, value);
      }
    }
    assertEquals(expected.size(), tally.size());
    expected.forEach((key, value) -> assertEquals(value, tally.get(key)));
    assertEquals(0, tally.get(-1));
  }
}
