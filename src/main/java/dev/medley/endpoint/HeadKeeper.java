package dev.medley.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Passes bytes through and keeps the first of them, for a body that turns out to be no answer. */
final class HeadKeeper extends FilterInputStream {
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final int most;

  HeadKeeper(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    if (n > 0 && head.size() < most) {
      head.write(bytes, offset, Math.min(n, most - head.size()));
    }
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  String head() {
    return head.toString(StandardCharsets.UTF_8);
  }
}
