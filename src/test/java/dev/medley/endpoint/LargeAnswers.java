package dev.medley.endpoint;

import static dev.medley.endpoint.Chunks.json;

import dev.medley.chat.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** Reads one very large answer in a JVM of its own, whose heap is small: see LargeAnswersTest. */
final class LargeAnswers {
  private static final int MEGABYTE = 1 << 20;
  private static final String START = json("{'choices':[{'index':0,'delta':{'content':'");
  private static final String END = json("'},'finish_reason':'stop'}]}");

  private LargeAnswers() {}

  public static void main(String[] args) throws IOException {
    InputStream body =
        switch (args[0]) {
          case "event" -> body("data: " + START, 16 * MEGABYTE / 8, "abcdefg\\n", END + "\n\n");
          case "accents" ->
              body("data: " + START, 16 * MEGABYTE / 16, "äöüß漢\\u00e4", END + "\n\n");
          case "whole" -> body(START, 16 * MEGABYTE / 8, "abcdefgh", END);
          case "chunks" ->
              body("", 200_000, "data: " + START + "word " + END + "\n\n", "data: [DONE]\n\n");
          default -> throw new IllegalArgumentException(args[0]);
        };
    long started = System.nanoTime();
    long[] shown = new long[1];
    ReplyBuilder builder = new ReplyBuilder(text -> shown[0] += text.length(), thought -> {});
    Optional<Failure> failure = new ReplyReader(builder, notice -> {}).read(body);
    int kept = builder.reply().text().length();
    System.out.printf(
        "%s: %s, %d characters shown, %d kept, %d ms, %d MiB heap%n",
        args[0],
        failure.map(OutcomeLine::of).orElse("answered"),
        shown[0],
        kept,
        (System.nanoTime() - started) / 1_000_000,
        Runtime.getRuntime().maxMemory() / MEGABYTE);
  }

  /** Bytes that are made while they are read, so that they take no memory of their own. */
  private static InputStream body(String start, int times, String piece, String end) {
    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
    int perBlock = Math.max(1, 8192 / bytes.length);
    byte[] block = piece.repeat(perBlock).getBytes(StandardCharsets.UTF_8);
    Enumeration<InputStream> blocks =
        new Enumeration<>() {
          private int left = times / perBlock;

          @Override
          public boolean hasMoreElements() {
            return left > 0;
          }

          @Override
          public InputStream nextElement() {
            left--;
            return new ByteArrayInputStream(block);
          }
        };
    InputStream middle = new SequenceInputStream(blocks);
    return new SequenceInputStream(
        Collections.enumeration(List.of(bytes(start), middle, bytes(end))));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
