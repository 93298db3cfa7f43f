package dev.medley.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes bad bytes out of good ones: cut, doubled, spliced, changed. The same seed, the same bytes.
 */
final class Mutator {
  private static final List<String> WORDS =
      List.of(
          "null",
          "[]",
          "{}",
          "\"\"",
          "0",
          "-1",
          "1e999",
          "1e-999999999",
          "NaN",
          "true",
          "\"x\"",
          "\\ud83d",
          "\\ude00",
          "\\u",
          "\\",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\n",
          "\r",
          "\r\n",
          "\n\n",
          "data:",
          "data: ",
          "data: [DONE]\n\n",
          "event: error\n",
          "error: ",
          ": x\n",
          "\uFEFF",
          "<think>",
          "</think>",
          "\n</think>\n",
          "<",
          "\u0000",
          "\uD83D\uDE00",
          "[[[[[[[[",
          "\"error\":",
          "\"choices\":",
          "\"delta\":",
          "\"message\":",
          "\"usage\":",
          "\"content\":");

  private final Random random;
  private final List<byte[]> good;

  Mutator(long seed, List<String> good) {
    this.random = new Random(seed);
    this.good = good.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  byte[] next() {
    byte[] bytes = pick();
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] pick() {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] change(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(Math.min(bytes.length - from, 64) + 1);
    byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    byte[] other = pick();
    return switch (random.nextInt(7)) {
      case 0 -> Arrays.copyOf(bytes, from);
      case 1 -> splice(bytes, to, bytes, from);
      case 2 -> splice(bytes, from, other, random.nextInt(other.length + 1));
      case 3 -> splice(bytes, from, bytes, to);
      case 4 -> splice(splice(bytes, from, word, 0), from + word.length, bytes, to);
      case 5 -> splice(splice(bytes, from, word, 0), from + word.length, bytes, from);
      default -> flipped(bytes, from);
    };
  }

  /** The first {@code length} bytes of one and what {@code other} has from {@code from} on. */
  private static byte[] splice(byte[] one, int length, byte[] other, int from) {
    byte[] both = Arrays.copyOf(one, length + other.length - from);
    System.arraycopy(other, from, both, length, other.length - from);
    return both.length > 1 << 16 ? Arrays.copyOf(both, 1 << 16) : both;
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    if (at < changed.length) {
      changed[at] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
