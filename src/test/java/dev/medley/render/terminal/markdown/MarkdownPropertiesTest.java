package dev.medley.render.terminal.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any text, however it comes; {@code -Dmedley.fuzz=N} tries N texts. */
class MarkdownPropertiesTest {
  private static final int TEXTS = Integer.getInteger("medley.fuzz", 4000);
  private static final int MEGABYTE = 1 << 20;
  private static final List<String> SOUP =
      List.of(
          "word ",
          "another ",
          "long-and-hyphenated_word",
          " ",
          "\n",
          "\n\n",
          "\n",
          "漢字",
          "，",
          "。",
          "😀",
          "👩\u200D💻",
          "é",
          "**",
          "*",
          "_",
          "__",
          "~~",
          "`",
          "``",
          "\n```\n",
          "\n```java\n",
          "\n~~~\n",
          "[",
          "](",
          ")",
          "](u)",
          "<",
          ">",
          "<b>",
          "&",
          "\\",
          "\\(",
          "\n$$\n",
          "\n# ",
          "\n- ",
          "\n* ",
          "\n  - ",
          "\n1. ",
          "\n2) ",
          "\n   ",
          "\n> ",
          "\n>",
          "\n---\n",
          "- [ ] ",
          "\t",
          "    ",
          "!",
          "http://a_b/c*d ",
          "return 1; // c\n",
          "\"",
          "'",
          "/*");
  private static final List<String> TABLES =
      List.of("|", "\n|", " | ", "|\n|---|---|\n", "\n|a|b|\n|:-|-:|\n|", "<br>", "\\|");

  private static List<String> soup(Random random, boolean tables) {
    List<String> tokens = new ArrayList<>();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      List<String> from = tables && random.nextInt(4) == 0 ? TABLES : SOUP;
      tokens.add(from.get(random.nextInt(from.size())));
    }
    return tokens;
  }

  /** Cut anywhere but within a character. */
  private static List<String> cut(String text, Random random) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 2 : 30));
      if (Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length()) {
        end++;
      }
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  @Test
  void piecesMakeNoDifference() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = String.join("", soup(random, true));
      int columns = 8 + random.nextInt(60);
      Style style = random.nextBoolean() ? Style.COLOR : Style.PLAIN;
      assertEquals(
          Rendered.of(style, columns, List.of(text)),
          Rendered.of(style, columns, cut(text, random)),
          "seed " + seed);
    }
  }

  @Test
  void noLineIsTooWideAndEachEndsWithoutALook() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = String.join("", soup(random, true));
      int columns = 8 + random.nextInt(60);
      String rendered = Rendered.of(Style.COLOR, columns, List.of(text));
      assertTrue(rendered.isEmpty() || rendered.endsWith("\n"), "seed " + seed);
      for (String line : rendered.lines().toList()) {
        String seen = Rendered.text(line);
        assertTrue(DisplayWidth.of(seen) <= columns, () -> "seed " + text + "\n" + seen);
        int look = line.lastIndexOf("\u001b[");
        assertTrue(look < 0 || line.startsWith("\u001b[0m", look), () -> "open: " + line);
        assertEquals(-1, seen.indexOf('\u001b'), seen);
      }
    }
  }

  /** Letters are text, whatever stands around them; signs can be markup. */
  @Test
  void noTextIsLostOrReordered() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = String.join("", soup(random, false));
      Style style = random.nextBoolean() ? Style.COLOR : Style.PLAIN;
      String rendered = Rendered.text(Rendered.of(style, 40, List.of(text)));
      assertEquals(letters(text), letters(rendered), "seed " + seed + "\n" + text);
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{So}]", "").replaceAll("[─│☐☑]", "");
  }

  static Stream<String> hostile() {
    return Stream.of(
            "*",
            "_",
            "`",
            "[",
            "](",
            "<",
            ">",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\t",
            "#",
            "|",
            "| a ",
            "~",
            "\\",
            "&",
            "a",
            "漢",
            "*a ",
            "**a",
            "[a](",
            "`` ` ",
            "![",
            "<a ",
            "\n",
            "\n> ",
            "\n- ",
            "\n  -",
            "a\n",
            "|\n|-|\n",
            "\n|a|b",
            "_a*b`c[d](e ",
            "\"",
            "&#0;",
            "\u0301")
        .flatMap(
            text -> {
              String filled = text.repeat(MEGABYTE / text.length());
              return Stream.of(filled, "```java\n" + filled, "a **b " + filled);
            });
  }

  @BeforeAll
  static void warm() {
    hostile().limit(12).forEach(text -> Rendered.colored(80, text.substring(0, 50_000)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesTimeInProportion(String text) {
    // A share of the megabyte by default, so that the suite stays quick. What is quadratic shows
    // all the same, by a bound to match.
    boolean whole = Integer.getInteger("medley.fuzz") != null;
    int size = whole ? MEGABYTE : MEGABYTE / 8;
    long most = whole ? 3_000 : 750;
    Duration took = cpuTime(text.substring(0, size));
    assertTrue(took.toMillis() < most, took + " for " + text.substring(0, 20));
  }

  private static Duration cpuTime(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Rendered.colored(80, text);
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
