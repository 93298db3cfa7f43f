package dev.medley.render.terminal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.SteppingClock;
import dev.medley.catalog.Pricing;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.config.Target;
import dev.medley.render.Style;
import dev.medley.render.terminal.live.Window.Size;
import dev.medley.render.terminal.markdown.MarkdownStream;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveColumnsTest {
  private static final Target FAST = Samples.priced("fast", "0.15", "0.60");
  private static final Target DEAR = Samples.priced("dear", "1.50", "6.00");
  private static final Target THIRD = Samples.target("third");

  private final ScreenModel terminal = new ScreenModel(84, 9);
  private final SteppingClock clock = new SteppingClock();

  private LiveColumns columns(Target... targets) {
    return new LiveColumns(
        List.of(targets),
        new LiveColumns.Look(Style.COLOR, MarkdownStream::new, true, false),
        terminal::write,
        clock,
        18);
  }

  private static Delivery delivered(Target target, Outcome outcome) {
    var cost = Pricing.cost(outcome.reply().usage(), target.info().price());
    return new Delivery(
        target, List.of(new Attempt(target, Wait.NONE, outcome, cost, false)), outcome);
  }

  @Test
  void eachHasItsClockItsTokensAndItsCostAndShowsTheEndOfItsText() {
    LiveColumns columns = columns(FAST, DEAR);
    columns.listener(0).onText("One **two** three.\n\n- a\n- b\n- c\n- d ");
    columns.listener(1).onReasoning("Let me think. ");
    clock.advance(Duration.ofMillis(1250));
    columns.draw(new Size(84, 9));
    assertEquals(
        """
        lab/fast                       answering │ lab/dear                        thinking
        1.25 s · ~9 tokens · ~$0.0000081         │ 1.25 s · ~4 tokens · ~$0.000051
        ──────────────────────────────────────── │ ────────────────────────────────────────
        • a                                      │ Let me think.
        • b                                      │
        • c                                      │
        • d                                      │
                                                 │
        Ctrl-C stops what still runs and keeps what is there
        """,
        terminal.seen());
    assertTrue(terminal.onAlternate());
  }

  @Test
  void whenAllAreThereTheScreenIsLeftAndNothingOfItStays() {
    LiveColumns columns = columns(FAST, DEAR);
    columns.draw(new Size(84, 9));
    columns.listener(0).onText("text of one");
    columns.draw(new Size(84, 9));
    columns.finished(0, delivered(FAST, Samples.answered("text of one")));
    Failure refused = Failure.of(FailureKind.AUTH, "Incorrect API key").withHint("check LAB_KEY");
    columns.finished(1, delivered(DEAR, Samples.failed(refused)));
    columns.close();
    columns.draw(new Size(84, 9));
    assertTrue(terminal.asFound());
    columns.lines(84).forEach(line -> terminal.write(line + "\n"));
    assertEquals(
        """
        lab/fast                              ok │ lab/dear                            auth
        1.24 s · 18 → 212 tokens · $0.00013      │ 0.20 s
        ──────────────────────────────────────── │ ────────────────────────────────────────
        text of one                              │ error: auth
                                                 │   Incorrect API key
                                                 │   → check LAB_KEY

        """,
        terminal.history().stripTrailing() + "\n\n");
  }

  @Test
  void aNewSizeIsAFrameOfItsOwnAndTextIsWrappedAnew() {
    LiveColumns columns = columns(FAST, DEAR, THIRD);
    columns.listener(0).onText("one two three four five six seven eight nine ten ");
    columns.listener(2).onText("third");
    terminal.resize(130, 6);
    columns.draw(new Size(130, 6));
    String wide = terminal.seen();
    assertTrue(wide.lines().findFirst().orElse("").contains("lab/third"), wide);
    terminal.resize(80, 12);
    columns.draw(new Size(80, 12));
    String narrow = terminal.seen();
    assertEquals(12, narrow.lines().count());
    assertTrue(narrow.contains("\neight nine ten  "), narrow);
    assertTrue(narrow.lines().toList().get(5).startsWith("lab/third"), narrow);
    assertFalse(narrow.contains("old"), narrow);
    terminal.resize(30, 3);
    columns.draw(new Size(30, 3));
    assertEquals(3, terminal.seen().lines().count());
  }

  @Test
  void aWaitIsSaidAndOnlyChangesAreWritten() {
    StringBuilder written = new StringBuilder();
    LiveColumns columns =
        new LiveColumns(
            List.of(FAST, DEAR),
            new LiveColumns.Look(Style.PLAIN, MarkdownStream::new, true, false),
            written::append,
            clock,
            18);
    columns.draw(new Size(84, 9));
    written.setLength(0);
    columns.draw(new Size(84, 9));
    assertEquals("", written.toString());
    columns
        .listener(0)
        .onRetry(
            FAST,
            Failure.of(FailureKind.RATE_LIMIT, "slow down").withStatus(429),
            new Wait(Duration.ofSeconds(2), "the server asked for it"));
    columns.draw(new Size(84, 9));
    assertEquals(
        "\u001b[1;1Hlab/fast 429 rate limit, again in 2.00 s │ lab/dear                           asked\u001b[K",
        written.toString());
  }

  @Test
  void whatAModelSaysCannotMoveTheCursor() {
    LiveColumns columns = columns(FAST, DEAR);
    columns.listener(0).onText("\u001b[2J\u001b[1;1Hgone? \u001b]0;title\u0007 \r over\n\n");
    columns.listener(1).onReasoning("\u001b[?1049l &#27;[2J");
    columns.draw(new Size(84, 9));
    assertTrue(terminal.seen().contains("␛[2J␛[1;1Hgone? ␛]0;title␇"), terminal.seen());
    assertTrue(terminal.seen().contains("␛[?1049l"), terminal.seen());
  }
}
