package dev.medley;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** What a {@link LoopbackServer} does with one request: bytes, pauses, and an end. Immutable. */
public final class WireScript {
  private static final String EVENTS =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

  private enum End {
    CLOSE,
    RESET,
    SILENCE,
    KEEP_ALIVE
  }

  /** One thing that is done with the connection. */
  private interface Step {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final List<Step> steps;
  private final End end;

  private WireScript(List<Step> steps, End end) {
    this.steps = List.copyOf(steps);
    this.end = end;
  }

  /** Says nothing at all, then closes. */
  public static WireScript nothing() {
    return new WireScript(List.of(), End.CLOSE);
  }

  /** These bytes, then the end of the connection. */
  public static WireScript bytes(String text) {
    return nothing().then(text);
  }

  /** A 200 with this as its event stream, ended by closing the connection. */
  public static WireScript events(String body) {
    return bytes(EVENTS + body);
  }

  /** A 200 whose JSON body has its length in the head; the connection stays open. */
  public static WireScript json(String body) {
    return answer(200, "Content-Type: application/json\r\n", body);
  }

  /**
   * A whole answer with its length in the head; the connection stays open.
   *
   * @param headers lines, each ended by CR LF
   */
  public static WireScript answer(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "HTTP/1.1 " + status + " Whatever\r\n" + headers;
    return bytes(head + "Content-Length: " + length + "\r\n\r\n" + body).ending(End.KEEP_ALIVE);
  }

  /** A 200 event stream, compressed though nobody asked. */
  public static WireScript gzip(String contentType, String body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException neverInMemory) {
      throw new AssertionError(neverInMemory);
    }
    return bytes(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Type: "
                + contentType
                + "\r\n\r\n")
        .then(packed.toByteArray());
  }

  /** A chunked event stream without its last chunk; add {@link #lastChunk} for a proper end. */
  public static WireScript chunked(String... pieces) {
    WireScript script =
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
    for (String piece : pieces) {
      script = script.chunk(piece);
    }
    return script;
  }

  public WireScript chunk(String piece) {
    int length = piece.getBytes(StandardCharsets.UTF_8).length;
    return then(Integer.toHexString(length).toUpperCase(Locale.ROOT) + "\r\n" + piece + "\r\n");
  }

  public WireScript lastChunk() {
    return then("0\r\n\r\n").ending(End.KEEP_ALIVE);
  }

  public WireScript then(String text) {
    return then(text.getBytes(StandardCharsets.UTF_8));
  }

  public WireScript then(byte[] bytes) {
    return with(
        connection -> {
          connection.getOutputStream().write(bytes);
          connection.getOutputStream().flush();
        });
  }

  public WireScript pause(long millis) {
    return with(connection -> Thread.sleep(millis));
  }

  /** The same text again and again with pauses, so that the connection is never quiet. */
  public WireScript repeating(int times, long pauseMillis, String text) {
    WireScript script = this;
    for (int i = 0; i < times; i++) {
      script = script.then(text).pause(pauseMillis);
    }
    return script;
  }

  /** Ends with a TCP reset instead of a close. */
  public WireScript thenReset() {
    return ending(End.RESET);
  }

  /** Ends by saying nothing more on an open connection. */
  public WireScript thenSilence() {
    return ending(End.SILENCE);
  }

  public WireScript thenClose() {
    return ending(End.CLOSE);
  }

  boolean keepsAlive() {
    return end == End.KEEP_ALIVE;
  }

  /** Returns whether another request may come on the same connection. */
  boolean play(Socket connection) throws IOException, InterruptedException {
    for (Step step : steps) {
      step.on(connection);
    }
    switch (end) {
      case RESET -> {
        Thread.sleep(20); // a reset throws away what the client has not read yet
        connection.setSoLinger(true, 0);
      }
      case SILENCE -> Thread.sleep(60_000);
      default -> {}
    }
    return keepsAlive();
  }

  private WireScript with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new WireScript(more, end);
  }

  private WireScript ending(End how) {
    return new WireScript(steps, how);
  }
}
