package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.render.terminal.DisplayWidth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  private final Table table =
      new Table(List.of(Column.left("name"), Column.right("n"), Column.left("")));

  @Test
  void columnsStandByTheirWidthOnScreen() {
    row("plain", "1", "x");
    row("你好", "22", "");
    row("\uD83D\uDE00 ok", "333", "y");
    row("e\u0301te\u0301", "4", "z");
    assertEquals(
        """
        name     n
        plain    1  x
        你好    22
        \uD83D\uDE00 ok  333  y
        e\u0301te\u0301      4  z""",
        String.join("\n", table.lines(Style.PLAIN, Integer.MAX_VALUE)));
  }

  @Test
  void theLookDoesNotCountAsWidth() {
    table.add(
        List.of(new Cell("a", Style.COLOR::bold), Cell.of("1"), new Cell("", Style.COLOR::red)));
    assertEquals(
        "\u001b[2mname\u001b[0m  \u001b[2mn\u001b[0m\n\u001b[1ma\u001b[0m     1",
        String.join("\n", table.lines(Style.COLOR, Integer.MAX_VALUE)));
  }

  @Test
  void namesGiveWayToTheTerminalsWidthFromTheirBeginning() {
    row("gateway/some-model-1.5-flash", "7", "y");
    row("short", "8", "");
    assertEquals(
        """
        name                  n
        …ome-model-1.5-flash  7  y
        short                 8""",
        String.join("\n", table.lines(Style.PLAIN, 26)));
    assertEquals("…l-1.5-flash  7  y", table.lines(Style.PLAIN, 18).get(1));
  }

  @Test
  void whereNoRowFitsEachHasLinesOfItsOwn() {
    Table wide =
        new Table(
            List.of(
                Column.left("name"),
                Column.right("window"),
                Column.left(""),
                Column.right("cost"),
                Column.text("prompt")));
    wide.add(
        List.of(
            Cell.of("demo/swift"),
            Cell.of("32k"),
            Cell.of("here"),
            Cell.of("$0.00013"),
            Cell.of("Why do rivers bend in the plains?")));
    wide.add(List.of(Cell.of("a"), Cell.of("1"), Cell.of(""), Cell.of("–"), Cell.of("")));
    assertEquals(
        """
        demo/swift
          window 32k  here
          cost $0.00013
          prompt Why do rivers…
        a
          window 1  cost –""",
        String.join("\n", wide.lines(Style.PLAIN, 24)));
  }

  @Test
  void withoutRowsThereIsTheHead() {
    assertEquals(List.of("name  n"), table.lines(Style.PLAIN, Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3", "日本, 4", "한글, 4", "\uD83D\uDE00, 2", "e\u0301, 1", "–, 1", "→, 1"})
  void widths(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  private void row(String... texts) {
    table.add(List.of(texts).stream().map(Cell::of).toList());
  }
}
