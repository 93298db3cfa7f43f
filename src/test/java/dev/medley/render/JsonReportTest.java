package dev.medley.render;

import static dev.medley.Samples.NOON;
import static dev.medley.Samples.answered;
import static dev.medley.Samples.cut;
import static dev.medley.Samples.failed;
import static dev.medley.render.Runs.BUSY;
import static dev.medley.render.Runs.DEAR;
import static dev.medley.render.Runs.FAST;
import static dev.medley.render.Runs.REFUSED;
import static dev.medley.render.Runs.UNPRICED;
import static dev.medley.render.Runs.again;
import static dev.medley.render.Runs.allFailed;
import static dev.medley.render.Runs.run;
import static dev.medley.render.Runs.skipped;
import static dev.medley.render.Runs.tried;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.Samples;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Message;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import dev.medley.config.Condition;
import dev.medley.route.Decision;
import dev.medley.route.Routes;
import dev.medley.send.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole documents, kept beside this test. */
class JsonReportTest {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  @Test
  void anAnswer() {
    Reply reply =
        new Reply(
            "Rayleigh \"scattering\"\n\u001b[31m\uD83D\uDE00",
            "Hm.",
            Optional.of("stop"),
            Optional.of("fast-2026-11-01"),
            Samples.USAGE);
    Prompt prompt =
        new Prompt(
            List.of(Message.system("Be brief."), Message.user("Why is the sky blue?")),
            Parameters.NONE,
            true);
    Delivery delivery = run(tried(FAST, new Outcome.Answered(reply, Samples.TIMING)));
    same(
        "answer.json",
        JsonReport.of(new Run("id-1", "ask", prompt, NOON, Optional.empty(), delivery)));
  }

  @Test
  void aFailureWithoutAnyNumber() {
    same("failure.json", JsonReport.of(asked("ask", run(tried(UNPRICED, failed(REFUSED))))));
  }

  @Test
  void aChain() {
    Delivery delivery =
        run(
            tried(FAST, cut(FailureKind.TIMEOUT_IDLE, "Ray")),
            skipped(UNPRICED, FailureKind.CONFIG, "LAB_API_KEY is not set"),
            tried(DEAR, failed(BUSY)),
            again(1500, "rate_limit", DEAR, answered("Rayleigh")));
    Decision decision =
        new Routes()
            .model(FAST, UNPRICED, DEAR)
            .chain("careful", "safe", "fast", "unpriced", "dear")
            .rule("careful", Condition.ALWAYS)
            .decide("hello");
    Run run = new Run("id-1", "route", Prompt.of("hello"), NOON, Optional.of(decision), delivery);
    same("chain.json", JsonReport.of(run));
  }

  @Test
  void aChainInWhichAllFailed() {
    Delivery delivery =
        allFailed(skipped(FAST, FailureKind.CONTEXT, "too long"), tried(DEAR, failed(REFUSED)));
    same("all-failed.json", JsonReport.of(asked("fallback", delivery)));
  }

  @Test
  void aCutAnswer() {
    JsonNode document =
        parsed(JsonReport.of(asked("ask", run(tried(FAST, cut(FailureKind.SERVER_ERROR, "Ray"))))));
    assertEquals(
        "{\"class\":\"truncated\",\"cause\":\"server_error\",\"status\":null,"
            + "\"message\":\"no luck\","
            + "\"hint\":\"the answer is incomplete: ask again, or ask another model\","
            + "\"retryable\":true}",
        document.get("error").toString());
    assertEquals(true, document.get("truncated").booleanValue());
    assertEquals("Ray", document.get("response").textValue());
    assertEquals(true, document.get("cost").get("usd").isNull());
  }

  @Test
  void anAnswerCutByLengthIsTruncatedAndNoError() {
    Reply reply = new Reply("Ray", "", Optional.of("length"), Optional.empty(), Usage.of(18, 1));
    JsonNode document =
        parsed(
            JsonReport.of(
                asked("ask", run(tried(FAST, new Outcome.Answered(reply, Samples.TIMING))))));
    assertEquals(true, document.get("truncated").booleanValue());
    assertEquals(true, document.get("error").isNull());
  }

  @Test
  void aComparison() {
    same(
        "comparison.json",
        JsonReport.of(
            List.of(
                asked("compare", run(tried(FAST, answered("Rayleigh")))),
                asked("compare", run(tried(DEAR, answered("Scattering")))),
                asked("compare", run(tried(UNPRICED, failed(REFUSED))))),
            List.of()));
  }

  @Test
  void anUnknownCostMakesTheTotalALowerBound() {
    JsonNode document =
        parsed(
            JsonReport.of(
                List.of(
                    asked("compare", run(tried(FAST, answered("Rayleigh")))),
                    asked("compare", run(tried(UNPRICED, answered("Scattering"))))),
                List.of()));
    assertEquals(
        "{\"usd\":0.0001299,\"source\":\"computed\",\"as_of\":\"2026-11-22\",\"at_least\":true}",
        document.get("totals").get("cost").toString());
  }

  @Test
  void beforeAnythingWasSent() {
    same(
        "refused.json",
        JsonReport.of("ask", Failure.of(FailureKind.USAGE, "no prompt").withHint("give one")));
  }

  private static Run asked(String command, Delivery delivery) {
    return new Run("id-1", command, Prompt.of("hello"), NOON, Optional.empty(), delivery);
  }

  private static void same(String file, String document) {
    parsed(document);
    try (InputStream in = JsonReportTest.class.getResourceAsStream(file)) {
      String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected.strip(), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String document) {
    try {
      return STRICT.readTree(document);
    } catch (JsonProcessingException invalid) {
      throw new AssertionError(document, invalid);
    }
  }
}
