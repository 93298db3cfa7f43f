package dev.medley.render;

import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.render.Runs.BUSY;
import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.REFUSED;
import static dev.medley.render.Runs.UNPRICED;
import static dev.medley.render.Runs.again;
import static dev.medley.render.Runs.allFailed;
import static dev.medley.render.Runs.lines;
import static dev.medley.render.Runs.run;
import static dev.medley.render.Runs.skipped;
import static dev.medley.render.Runs.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  private final ErrorText text = new ErrorText(Style.PLAIN, false);

  @Test
  void threeLines() {
    assertEquals(
        """
        error: lab/fast: 401 auth
          Incorrect API key provided
          → check LAB_API_KEY""",
        lines(text.of(run(tried(FAST, failed(REFUSED))))));
  }

  @Test
  void verboseAddsTheCause() {
    assertEquals(
        """
        error: lab/fast: 401 auth
          Incorrect API key provided
          → check LAB_API_KEY
          cause: {"error": {"message": "Incorrect API key provided"}}""",
        lines(new ErrorText(Style.PLAIN, true).of(run(tried(FAST, failed(REFUSED))))));
  }

  @Test
  void withoutASubjectOrAHintItIsShorter() {
    assertEquals(
        """
        error: usage
          no prompt""",
        lines(text.of("", Failure.of(FailureKind.USAGE, "no prompt"))));
  }

  @Test
  void theServersWordsStayOnOneLineAndCommandNothing() {
    Failure failure = Failure.of(FailureKind.SERVER_ERROR, "one\r\n  two\n\n\u001b]0;three ");
    assertEquals(
        """
        error: server error
          one two ␛]0;three""",
        lines(text.of("", failure)));
  }

  @Test
  void aCutAnswerNamesItsCause() {
    assertEquals(
        """
        error: lab/fast: truncated (network)
          no luck
          → the answer is incomplete: ask again, or ask another model""",
        lines(text.of(run(tried(FAST, cut(FailureKind.NETWORK, "h"))))));
  }

  @Test
  void whenAllFailedEachCandidateHasALine() {
    assertEquals(
        """
        error: all failed
          none of the models answered
          → add another
          lab/fast 401 auth: Incorrect API key provided
          lab/unpriced skipped: LAB_API_KEY is not set
          lab/dear 429 rate limit (2 tries): slow down""",
        lines(
            text.of(
                allFailed(
                    tried(FAST, failed(REFUSED)),
                    skipped(UNPRICED, FailureKind.CONFIG, "LAB_API_KEY is not set"),
                    tried(DEAR, failed(FailureKind.NETWORK)),
                    again(500, "network", DEAR, failed(BUSY))))));
  }

  @Test
  void coloursAreOnlyWhereTheyWereAskedFor() {
    assertEquals(
        "\u001b[31merror:\u001b[0m x: 401 auth\n  Incorrect API key provided\n"
            + "  \u001b[2m→ \u001b[0mcheck LAB_API_KEY",
        lines(new ErrorText(Style.COLOR, false).of("x", REFUSED)));
  }
}
