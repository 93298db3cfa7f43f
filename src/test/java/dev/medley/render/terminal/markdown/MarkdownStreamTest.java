package dev.medley.render.terminal.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.render.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownStreamTest {
  @Test
  void blocksKeepTheirStructureWithoutColor() {
    String source =
        """
        # Title

        A paragraph with **bold** and `code`, wrapped where it has to be.
        A line of its own.


        1. one
        2. two, which is long enough to be wrapped
           - nested
             goes on
        - [ ] to do
        - [x] done
        > quoted **text**
        > > deeper
        ***
        """;
    String shown =
        """
        # Title

        A paragraph with **bold** and
        `code`, wrapped where it has
        to be.
        A line of its own.

        1. one
        2. two, which is long enough
           to be wrapped
           • nested
             goes on
        • ☐ to do
        • ☑ done
        │ quoted **text**
        │ │ deeper
        ──────────────────────────────
        """;
    assertEquals(shown, Rendered.plain(30, source));
  }

  @Test
  void inlineMarkupBecomesLooks() {
    assertEquals(
        "a \u001b[1mb\u001b[0m \u001b[1mc\u001b[0m \u001b[3md\u001b[0m \u001b[9me\u001b[0m"
            + " \u001b[36mf\u001b[0m g_h_i 2 * 3 \u001b[3;1mj\u001b[0m.\n",
        Rendered.colored(80, "a **b c** *d* ~~e~~ `f` g_h_i 2 * 3 ***j***."));
  }

  @Test
  void linksShowWhereTheyLead() {
    assertEquals(
        "\u001b[4mthe\u001b[0m \u001b[4mdocs\u001b[0m \u001b[2m(https://x.org/a_b_c)\u001b[0m,"
            + " \u001b[4mhttps://x.org/_a_b_\u001b[0m \u001b[4mhttps://y.org\u001b[0m\n",
        Rendered.colored(
            80, "[the docs](https://x.org/a_b_c), https://x.org/_a_b_ <https://y.org>"));
    assertEquals(
        "See [1] and image: a cat (c.png)\n\n[1]: https://x.org\n",
        Rendered.plain(80, "See [1] and ![a cat](c.png)\n\n[1]: https://x.org"));
  }

  @Test
  void headingsStandOut() {
    assertEquals(
        "\u001b[1;4mOne\u001b[0m\n\u001b[1mTwo\u001b[0m\n\u001b[1;3mThree\u001b[0m\n#no\n",
        Rendered.colored(80, "# One\n## Two ##\n### Three\n#no"));
  }

  @Test
  void codeIsColouredBetweenRules() {
    assertEquals(
        """
        [2m── python ──────────────[0m
        [35mdef[0m f(x):
            [32m""\"a
            # b""\"[0m

            [35mreturn[0m x + [33m1.5[0m [2m# "c"[0m
        [2m────────────────────────[0m
        """
            .replace("[2m", "\u001b[2m")
            .replace("[3", "\u001b[3")
            .replace("[0m", "\u001b[0m")
            .replace("\"\"\"a\n", "\"\"\"a\u001b[0m\n")
            .replace("    # b", "\u001b[32m    # b"),
        Rendered.colored(
            24,
            "```python\ndef f(x):\n    \"\"\"a\n    # b\"\"\"\n\n    return x + 1.5 # \"c\"\n```\n"));
  }

  @Test
  void codeKeepsItsSpacesAndIsBrokenOnlyWhereTheLineIsFull() {
    assertEquals(
        """
        ── text ──
        a  b   c d
         e
           *f*
        ──────────
        """,
        Rendered.plain(10, "```text\na  b   c d e\n\n   *f*\n```").replace("\n\n", "\n"));
  }

  @Test
  void codeInAListNeedNotBeIndentedAndOneThatIsNeverClosedEndsWithTheText() {
    assertEquals(
        """
        1. so:
           ── sh ───────────
           ls
             cd x
           ─────────────────
        2. then
           ─────────────────
           ls
           ─────────────────
        """,
        Rendered.plain(20, "1. so:\n   ```sh\nls\n     cd x\n   ```\n2. then\n   ```\n   ls"));
  }

  @Test
  void tablesAreAlignedByWhatIsSeen() {
    String source =
        """
        | Name | Price | 漢字 |
        |:--|--:|:-:|
        | **Bob** | 3 | 你好吗 |
        | `a\\|b` | 12.50 | ✅ |
        | one |
        """;
    assertEquals(
        """
        Name    │ Price │  漢字
        ────────┼───────┼───────
        **Bob** │     3 │ 你好吗
        `a|b`   │ 12.50 │   ✅
        one     │       │
        """,
        Rendered.plain(80, source));
  }

  @Test
  void tablesThatAreTooWideAreWrappedAndThenStacked() {
    String source = "| a | b |\n|---|---|\n| one two three | four<br>five |\n\nend";
    assertEquals(
        """
        a       │ b
        ────────┼─────
        one two │ four
        three   │ five

        end
        """,
        Rendered.plain(14, source));
    assertEquals(
        """
        a: one two
        three
        b: four
        five
        ──────────

        end
        """,
        Rendered.plain(10, source));
  }

  @Test
  void whatOnlyLooksLikeATableStaysAsItIs() {
    assertEquals(
        "| not a table\nbut text\n|  +--+\n",
        Rendered.plain(80, "| not a table\nbut text\n|  +--+"));
  }

  @Test
  void logsAndDrawingsStayReadable() {
    String source =
        """
        2026-11-25 12:00:00 [INFO] snake_case x=1
            at foo.bar(Baz.java:12)
         +-----+
         | box |--> 10 * 2
         +-----+
        """;
    assertEquals(source, Rendered.plain(80, source));
  }

  @Test
  void formulasAreLeftAlone() {
    String source = "\\(a_1 * b_2 * c\\)\n\n$$\n\\frac{a}{b} \\\\ *x*\n$$\n\n\\[ x_1 \\]\n";
    assertEquals(source, Rendered.plain(80, source));
  }

  @Test
  void ideographsWrapAnywhereButNotBeforeAMarkThatCloses() {
    assertEquals("中文空\n格，所以\n", Rendered.plain(8, "中文空格，所以"));
    assertEquals(
        "一个\u001b[1m粗\u001b[0m\u001b[1m体\u001b[0m的例子\n", Rendered.colored(40, "一个**粗体**的例子"));
  }

  @Test
  void controlCharactersAreHarmlessAlsoAsReferences() {
    assertEquals(
        "␛[31mred ␛]0;x␇ ␛[2J\n", Rendered.plain(80, "\u001b[31mred &#27;]0;x&#7; \u001b[2J\r\n"));
    assertEquals(
        "── ␛[2J ────\n␇\n────────────\n", Rendered.plain(12, "``` \u001b[2J\n\u0007\n```"));
  }

  @Test
  void numbersThatRepeatAreCountedOn() {
    assertEquals("1. a\n2. b\n3. c\n7. d\n", Rendered.plain(80, "1. a\n1. b\n1. c\n7. d"));
  }

  @Test
  void wordsAppearAsTheyComeAndNothingIsTakenBack() {
    List<String> written = new ArrayList<>();
    MarkdownStream stream = new MarkdownStream(written::add, Style.PLAIN, () -> 80);
    List<String> seen = new ArrayList<>();
    for (String piece : List.of("- He", "llo wor", "ld and **bo", "ld te", "xt** end", " of")) {
      stream.feed(piece);
      seen.add(String.join("", written));
    }
    assertEquals(
        List.of(
            "",
            "• Hello",
            "• Hello world and",
            "• Hello world and",
            "• Hello world and **bold text**",
            "• Hello world and **bold text** end"),
        seen);
  }

  @Test
  void aBracketThatStandsForItselfHoldsNothingUpForLong() {
    StringBuilder out = new StringBuilder();
    MarkdownStream stream = new MarkdownStream(out::append, Style.PLAIN, () -> 80);
    stream.feed("in [0, 1) it is " + "so ".repeat(100));
    assertTrue(out.length() > 200, out::toString);
  }

  @Test
  void widthMayChangeOnTheWay() {
    int[] columns = {20};
    StringBuilder out = new StringBuilder();
    MarkdownStream stream = new MarkdownStream(out::append, Style.PLAIN, () -> columns[0]);
    stream.feed("one two three four five six seven\n");
    columns[0] = 10;
    stream.feed("one two three four five six seven\n");
    stream.finish();
    assertEquals(
        "one two three four\nfive six seven\none two\nthree four\nfive six\nseven\n",
        out.toString());
  }
}
