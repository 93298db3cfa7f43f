package dev.medley.endpoint;

import java.io.InputStream;
import java.util.Deque;

/** Reads blocks of bytes and lets go of each as soon as it has been read. */
final class DrainingStream extends InputStream {
  private final Deque<byte[]> blocks;
  private byte[] current = new byte[0];
  private int position;

  DrainingStream(Deque<byte[]> blocks) {
    this.blocks = blocks;
  }

  @Override
  public int read() {
    return ready() ? current[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int n = Math.min(length, current.length - position);
    System.arraycopy(current, position, into, offset, n);
    position += n;
    return n;
  }

  private boolean ready() {
    while (position == current.length) {
      byte[] next = blocks.poll();
      if (next == null) {
        return false;
      }
      current = next;
      position = 0;
    }
    return true;
  }
}
