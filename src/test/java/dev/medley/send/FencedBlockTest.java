package dev.medley.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FencedBlockTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Sure:#```python#print(1)#```#Done. | print(1)",
        "~~~#a#```#b#~~~ | a#```#b",
        "````md#```#x#```#```` | ```#x#```",
        "```#a#````` | a",
        "1. Do:#   ```sh#   ls#     -l#   ```#2. Done | ls#  -l",
        "```#cut off# in the middle | cut off# in the middle",
        "```one```#```#two#``` | two",
        "```#a#```#and#```#b#``` | a",
      })
  void theFirstBlockWithoutItsFences(String text, String block) {
    assertEquals(Optional.of(block.replace('#', '\n')), FencedBlock.first(text.replace('#', '\n')));
  }

  @Test
  void anEmptyBlockIsABlock() {
    assertEquals(Optional.of(""), FencedBlock.first("```\n```\n"));
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertEquals(Optional.of("a\nb"), FencedBlock.first("```\r\na\r\nb\r\n```\r\n"));
  }

  @Test
  void inlineCodeIsNoBlock() {
    assertEquals(Optional.empty(), FencedBlock.first("use `ls` or ``x`` or ```y``` here"));
  }
}
