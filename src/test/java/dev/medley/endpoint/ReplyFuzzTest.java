package dev.medley.endpoint;

import static dev.medley.endpoint.Chunks.DONE;
import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.completion;
import static dev.medley.endpoint.Chunks.delta;
import static dev.medley.endpoint.Chunks.event;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Failure;
import dev.medley.chat.Reply;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Bytes that no server should send: whatever comes, there is one outcome, it comes soon, and what
 * was shown is what is kept. More inputs with {@code -Dmedley.fuzz=1000000}.
 */
class ReplyFuzzTest {
  private static final long SLOW_NANOS = 8_000_000_000L;
  private static final List<String> GOOD =
      List.of(
          text("Hel") + text("l\\ud83d\\ude00") + STOP + DONE,
          (": hi\n\nevent: ping\ndata: {}\n\n" + text("Hi") + STOP).replace("\n", "\r\n"),
          delta("'reasoning_content':'hm','reasoning':'hm'") + text("Hi") + STOP,
          text("<th") + text("ink>hm</thi") + text("nk>\\n\\nHi") + STOP + DONE,
          text("hm\\n</think>\\n\\nHi") + STOP,
          delta("'content':[{'type':'thinking','thinking':[{'text':'hm'}]},{'text':'Hi'}]") + STOP,
          delta("'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}]"),
          event("{'choices':[],'usage':{'prompt_tokens':11,'completion_tokens':'7','cost':0.1}}"),
          event("{'error':{'message':'no','code':504,'metadata':{'raw':'{}'}}}") + DONE,
          "event: error\n" + event("{'object':'error','message':{'detail':[{'msg':'no'}]}}"),
          completion("'content':'Hi','reasoning':'hm'"),
          completion("'content':[{'type':'text','text':'Hi'}],'refusal':null"),
          Chunks.json("[{'error':{'code':400,'message':'no','status':'X'}}]"),
          Chunks.json("{'base_resp':{'status_code':1008,'status_msg':'no'},'success':false}"),
          (text("Hel") + text("lo") + STOP).replace("data: ", ""),
          "<!doctype html><title>502</title><body>" + "x".repeat(200),
          "");

  @Test
  void oneOutcomeForAnyBytes() {
    int inputs = Integer.getInteger("medley.fuzz", 20_000);
    long seed = Long.getLong("medley.fuzz.seed", 1);
    Mutator mutator = new Mutator(seed, GOOD);
    long started = System.nanoTime();
    for (int i = 0; i < inputs; i++) {
      byte[] bytes = mutator.next();
      try {
        check(bytes);
      } catch (Exception | AssertionError | StackOverflowError finding) {
        throw new AssertionError(
            "input "
                + i
                + " of seed "
                + seed
                + ": "
                + new String(bytes, StandardCharsets.ISO_8859_1),
            finding);
      }
    }
    long took = (System.nanoTime() - started) / 1_000_000;
    System.out.printf("fuzz: %d inputs in %d ms%n", inputs, took);
  }

  private static void check(byte[] bytes) throws Exception {
    long started = System.nanoTime();
    StringBuilder shown = new StringBuilder();
    StringBuilder thought = new StringBuilder();
    ReplyBuilder builder = new ReplyBuilder(shown::append, thought::append);
    Optional<Failure> failure =
        new ReplyReader(builder, notice -> {}).read(new ByteArrayInputStream(bytes));
    builder.end();
    Reply reply = builder.reply();
    failure.ifPresent(ReplyFuzzTest::isForPeople);
    if (failure.isEmpty()) {
      Assertions.assertFalse(reply.text().isBlank(), "an empty answer");
    }
    boolean late = builder.showedThinkingAsText();
    assertEquals(late ? reply.text() : shown.toString(), reply.text());
    sound(shown);
    Assertions.assertTrue(System.nanoTime() - started < SLOW_NANOS, "too slow");
    ErrorFailures.ofStatus(400, new String(bytes, StandardCharsets.UTF_8));
  }

  private static void isForPeople(Failure failure) {
    Assertions.assertFalse(failure.message().isBlank(), "no words");
    Assertions.assertFalse(failure.message().contains("\n"), "more than a line");
    Assertions.assertTrue(failure.message().length() < 1000, "too long");
  }

  /** No half of a surrogate pair is left. */
  private static void sound(CharSequence text) {
    String whole = text.toString();
    assertEquals(
        whole, new String(whole.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE));
  }

  @Test
  void everyCutOfAStream() {
    String stream = text("He\\ud83d\\ude00") + text("lö") + STOP + DONE;
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      Assertions.assertDoesNotThrow(() -> check(cut), "cut at " + length);
    }
  }

  @Test
  void timeGrowsWithLength() {
    for (String piece :
        List.of(
            text(" "),
            text("x"),
            text("<think>"),
            text("\\n"),
            text("</think"),
            "data: {\n",
            "data: {}\n",
            "\n",
            "data: x\n\n",
            "[",
            "{\"a\":",
            "\"",
            "data: ",
            "<title>",
            delta("'tool_calls':[{'id':'a'}]"),
            delta("'refusal':'x'"),
            "Traceback ",
            "\n at x",
            delta("'reasoning':'\\n'"))) {
      Duration some = processorTime(piece, 250_000);
      Duration more = processorTime(piece, 1_000_000);
      // Quadratic time would be sixteen times as much.
      Assertions.assertTrue(
          more.compareTo(some.multipliedBy(10).plusSeconds(1)) < 0,
          () -> "1 MB of " + piece + " takes " + more + ", a quarter of it " + some);
    }
  }

  /** Of this thread only: how busy the machine is otherwise does not count. */
  private static Duration processorTime(String piece, int length) {
    byte[] bytes = piece.repeat(length / piece.length()).getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Assertions.assertDoesNotThrow(() -> check(bytes));
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
