package dev.medley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A conversation that is typed at: lines in, and the time until what is waited for can be seen. */
final class ChatSession implements AutoCloseable {
  private final Process process;
  private final InputStream seen;
  private final OutputStream keys;
  private final StringBuilder shown = new StringBuilder();

  ChatSession(List<String> command, Map<String, String> variables) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    process = builder.start();
    seen = process.getInputStream();
    keys = process.getOutputStream();
  }

  /** Types the line and presses Enter; returns the milliseconds until this can be seen after it. */
  double type(String line, String until) throws IOException {
    shown.setLength(0);
    long start = System.nanoTime();
    keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    keys.flush();
    await(until);
    return (System.nanoTime() - start) / 1e6;
  }

  /** Reads on until this has come since the last line was typed. */
  void await(String text) throws IOException {
    byte[] some = new byte[8192];
    while (shown.indexOf(text) < 0) {
      int count = seen.read(some);
      if (count < 0) {
        throw new IOException("over before " + text + "\n" + shown);
      }
      shown.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public void close() throws IOException {
    keys.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
