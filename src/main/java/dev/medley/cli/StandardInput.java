package dev.medley.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads standard input when there is something to read, and says so when it keeps us waiting. */
final class StandardInput {
  /** When to read it. */
  enum When {
    auto,
    yes,
    no
  }

  private final Streams streams;
  private final Console console;
  private final Charset charset;

  StandardInput(Streams streams, Console console, Charset charset) {
    this.streams = streams;
    this.console = console;
    this.charset = charset;
  }

  /**
   * The whole input; empty when it is not to be read. A terminal, {@code /dev/null}, a socket or a
   * closed descriptor is never read unless told to.
   *
   * @param announced whether to say after a second that we are waiting, because there is a prompt
   *     already
   */
  Optional<String> read(When when, boolean announced) {
    Streams.InputKind kind = streams.inputKind();
    boolean data = kind == Streams.InputKind.PIPE || kind == Streams.InputKind.FILE;
    if (when == When.no || when == When.auto && !data) {
      return Optional.empty();
    }
    CountDownLatch arrived = new CountDownLatch(1);
    if (announced && kind == Streams.InputKind.PIPE) {
      announce(arrived);
    }
    try {
      return Optional.of(TextDecoder.decode(all(streams.in(), arrived), charset, "standard input"));
    } catch (IOException unreadable) {
      throw CommandFailed.usage(
          "cannot read standard input: " + unreadable.getMessage(), "--stdin no leaves it alone");
    } finally {
      arrived.countDown();
    }
  }

  private static byte[] all(InputStream in, CountDownLatch arrived) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      arrived.countDown();
      all.write(buffer, 0, n);
    }
    return all.toByteArray();
  }

  private void announce(CountDownLatch arrived) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                if (!arrived.await(1, TimeUnit.SECONDS)) {
                  console.note("waiting for stdin; --stdin no to skip");
                }
              } catch (InterruptedException notNeeded) {
                Thread.currentThread().interrupt();
              }
            },
            "medley-stdin-notice");
    waiting.setDaemon(true);
    waiting.start();
  }
}
