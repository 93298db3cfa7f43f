package dev.medley.fallback;

import static dev.medley.endpoint.Chunks.DONE;
import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.delta;
import static dev.medley.endpoint.Chunks.event;
import static dev.medley.endpoint.Chunks.json;
import static dev.medley.endpoint.Chunks.text;
import static dev.medley.fallback.ChainRun.story;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.WireScript;
import dev.medley.chat.Usage;
import dev.medley.send.Delivery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sixteen ways to fail, over real HTTP. A truncated answer that is taken for a success is a
 * failure; a clean, bounded error is safe.
 */
@Timeout(60)
class SixteenFaultsTest {
  private static final WireScript WELL =
      WireScript.events(text("All ") + text("well") + STOP + usage(3, 2) + DONE);
  private static final String B_ANSWERED = "b answered\n= answered";

  private final WireChain chain = new WireChain();

  @BeforeAll
  static void warmUp() {
    WireChain.warmUp();
  }

  @AfterEach
  void close() {
    chain.close();
  }

  private static WireScript refusal(int status, String headers, String error) {
    return WireScript.answer(
        status, "Content-Type: application/json\r\n" + headers, json("{'error':{" + error + "}}"));
  }

  private static String usage(int input, int output) {
    return event(
        "{'choices':[],'usage':{'prompt_tokens':%d,'completion_tokens':%d}}"
            .formatted(input, output));
  }

  private static String tokens(int number) {
    return text("x").repeat(number);
  }

  private static final WireScript BUSY = refusal(429, "", "'message':'slow down'");
  private static final WireScript BUSY_FOR_A_SECOND =
      refusal(429, "Retry-After: 1\r\n", "'message':'slow down'");
  private static final WireScript OOPS = refusal(500, "", "'message':'oops'");
  private static final WireScript OVERLOADED = refusal(503, "", "'message':'overloaded'");
  private static final WireScript HEAD_THEN_SILENCE =
      WireScript.events(delta("'role':'assistant','content':''")).thenSilence();

  /** The first fails so, the second answers at once, and nothing of the first is heard. */
  private void fallsOver(String how, WireScript... fault) {
    chain.silent("a", fault).model("b", WELL);
    assertEquals("a " + how + "\n" + B_ANSWERED, story(chain.run()));
    assertEquals(List.of(1, 1), chain.requests());
    assertEquals("All well", chain.said.toString());
    assertEquals(List.of(), chain.sleep.waits());
  }

  @Test
  void tooManyRequests() {
    fallsOver("failed rate_limit", BUSY);
  }

  @Test
  void tooManyRequestsWithAWaitThatNobodyWaitsForWhileAnotherStandsBy() {
    fallsOver("failed rate_limit", BUSY_FOR_A_SECOND);
  }

  @Test
  void tooManyRequestsWithAWaitForTheLastOne() {
    chain.model("a", BUSY_FOR_A_SECOND, WELL);
    assertEquals(
        "a failed rate_limit\na answered after 1000 ms for rate_limit\n= answered",
        story(chain.run()));
    assertEquals(List.of(Duration.ofSeconds(1)), chain.sleep.waits());
  }

  @Test
  void anErrorOnceIsTriedAgainUnderTheSameKey() {
    chain.model("a", OOPS, WELL);
    assertEquals(
        "a failed server_error\na answered after 250 ms for server_error\n= answered",
        story(chain.run()));
    List<String> keys = chain.keys("a");
    assertTrue(keys.get(0).startsWith("medley-"), keys.toString());
    assertEquals(keys.get(0), keys.get(1));
  }

  @Test
  void overloadedAlways() {
    chain.model("a", OVERLOADED).model("b", OVERLOADED);
    assertEquals("= all_failed: none of the 2 models answered", lastLine(chain.run()));
    assertEquals(List.of(1, 3), chain.requests());
    assertEquals(List.of("none"), chain.keys("a"));
  }

  @Test
  void resetBeforeTheHead() {
    fallsOver("failed network", WireScript.nothing().thenReset());
  }

  @Test
  void noAnswer() {
    fallsOver("failed timeout_first_token", WireScript.nothing().thenSilence());
  }

  @Test
  void aLateFirstToken() {
    fallsOver("failed timeout_first_token", HEAD_THEN_SILENCE);
  }

  @Test
  void aLateFirstTokenIsHedged() throws Exception {
    chain.model("a", HEAD_THEN_SILENCE).model("b", WELL).hedgedAfter(Duration.ofMillis(150));
    assertEquals("a cancelled interrupted\n" + B_ANSWERED, story(chain.run()));
    assertEquals("All well", chain.said.toString());
    assertTrue(chain.server("a").clientClosedAt(5000).isPresent(), "its connection is open");
  }

  @Test
  void aLateFirstTokenAndADeadline() {
    chain.model("a", HEAD_THEN_SILENCE).model("b", WELL).within(Duration.ofMillis(250));
    assertEquals(
        "a failed timeout_total\n= timeout_total: the deadline of 0.25 s has passed",
        story(chain.run()));
    assertEquals(List.of(1, 0), chain.requests());
  }

  @Test
  void cutAfterFortyOfSixtyTokens() {
    chain.model("a", WireScript.events(tokens(40))).model("b", WELL);
    Delivery delivery = chain.run();
    assertFalse(delivery.outcome().answered());
    assertEquals("a truncated truncated", firstLine(delivery));
    assertEquals("x".repeat(40), chain.said.toString());
    assertEquals(List.of(1, 0), chain.requests());
  }

  @Test
  void cutAfterFortyOfSixtyTokensThatNobodyHasSeen() {
    chain.held().model("a", WireScript.events(tokens(40))).model("b", WELL);
    Delivery delivery = chain.run();
    assertEquals("a truncated truncated\n" + B_ANSWERED, story(delivery));
    assertEquals("All well", delivery.outcome().reply().text());
  }

  @Test
  void stall() {
    chain.silent("a", WireScript.events(tokens(5)).thenSilence()).model("b", WELL);
    Delivery delivery = chain.run();
    assertEquals(
        "truncated (timeout_idle)",
        delivery
            .failure()
            .map(f -> f.kind().wireName() + " (" + f.cause().orElseThrow().wireName() + ")")
            .orElse("answered"));
    assertEquals(List.of(1, 0), chain.requests());
  }

  @Test
  void aBrokenChunkAmongGoodOnes() {
    chain
        .model(
            "a",
            WireScript.events(text("All ") + "data: {\"choices\":[{\n\n" + text("well") + STOP))
        .model("b", WELL);
    assertEquals("a answered\n= answered", story(chain.run()));
    assertEquals("All well", chain.said.toString());
    assertEquals(1, chain.notices.size());
  }

  @Test
  void noEndMark() {
    chain.model("a", WireScript.events(text("All well") + STOP)).model("b", WELL);
    assertEquals("a answered\n= answered", story(chain.run()));
  }

  @Test
  void tooLongForIt() {
    fallsOver(
        "failed context",
        refusal(400, "", "'message':'too long','code':'context_length_exceeded'"));
  }

  @Test
  void refusedForItsPolicy() {
    fallsOver("failed policy", refusal(400, "", "'message':'no','code':'content_filter'"));
  }

  @Test
  void aFallbackThatRejectsWhatTheFirstAccepted() {
    chain
        .model("a", OVERLOADED)
        .model("b", refusal(400, "", "'message':'Unsupported parameter: stream_options'"), WELL);
    assertEquals("a failed overloaded\n" + B_ANSWERED, story(chain.run()));
    List<String> keys = chain.keys("b");
    assertEquals(2, keys.size());
    assertNotEquals(keys.get(0), keys.get(1), "said otherwise it is another request");
  }

  @Test
  void aFirstModelThatFlaps() {
    chain.model("a", OVERLOADED, WELL, OVERLOADED).model("b", WELL);
    assertEquals(
        List.of("b", "a", "b"),
        List.of(chain.run(), chain.run(), chain.run()).stream()
            .map(delivery -> delivery.model().name())
            .toList());
    assertEquals("All well".repeat(3), chain.said.toString());
    assertEquals(List.of(3, 2), chain.requests());
  }

  @Test
  void bothWereBilled() {
    chain.held().model("a", WireScript.events(tokens(40) + usage(3, 40))).model("b", WELL);
    Delivery delivery = chain.run();
    assertEquals("a truncated truncated\n" + B_ANSWERED, story(delivery));
    assertEquals(Usage.of(6, 42), delivery.usage());
    assertEquals("0.000048", delivery.cost().usd().orElseThrow().toPlainString());
    assertEquals(Usage.of(3, 2), delivery.outcome().reply().usage());
  }

  private static String firstLine(Delivery delivery) {
    return story(delivery).lines().findFirst().orElseThrow();
  }

  private static String lastLine(Delivery delivery) {
    return story(delivery).lines().reduce((first, second) -> second).orElseThrow();
  }
}
