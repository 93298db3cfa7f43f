package dev.medley.endpoint;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Bytes that grow without being copied. A body of many megabytes is held once while it comes in,
 * and is let go block by block while it is parsed.
 */
final class Blocks {
  /** More than this in one value is not an answer any more. */
  static final int MOST = 64 << 20;

  private static final int FIRST = 512;
  private static final int LARGEST = 64 << 10;

  private final ArrayDeque<byte[]> full = new ArrayDeque<>();
  private byte[] last = new byte[FIRST];
  private int used;
  private int size;

  /** Refuses to grow beyond {@link #MOST}. */
  static final class TooLong extends java.io.IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("the answer holds a single value of more than " + (MOST >> 20) + " MiB");
    }
  }

  static Blocks of(byte[] bytes) {
    Blocks blocks = new Blocks();
    blocks.last = bytes.clone();
    blocks.used = bytes.length;
    blocks.size = bytes.length;
    return blocks;
  }

  void add(int value) throws TooLong {
    if (used == last.length) {
      if (size >= MOST) {
        throw new TooLong();
      }
      full.add(last);
      last = new byte[Math.max(FIRST, Math.min(LARGEST, last.length * 2))];
      used = 0;
    }
    last[used++] = (byte) value;
    size++;
  }

  void add(byte[] bytes, int from, int to) throws TooLong {
    for (int at = from; at < to; ) {
      if (used == last.length) {
        add(bytes[at++]);
      } else {
        int n = Math.min(to - at, last.length - used);
        System.arraycopy(bytes, at, last, used, n);
        used += n;
        size += n;
        at += n;
      }
    }
  }

  /** To be filled again, in the memory that it has. */
  void clear() {
    full.clear();
    used = 0;
    size = 0;
  }

  int size() {
    return size;
  }

  /** The last byte that is neither white space nor a control character; 0 when there is none. */
  int lastVisible() {
    int visible = lastVisible(last, used);
    for (Iterator<byte[]> earlier = full.descendingIterator();
        visible == 0 && earlier.hasNext(); ) {
      byte[] block = earlier.next();
      visible = lastVisible(block, block.length);
    }
    return visible;
  }

  private static int lastVisible(byte[] block, int length) {
    int i = length - 1;
    while (i >= 0 && (block[i] & 0xFF) <= ' ') {
      i--;
    }
    return i < 0 ? 0 : block[i] & 0xFF;
  }

  /** All bytes in one array. */
  byte[] toArray() {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] block : full) {
      System.arraycopy(block, 0, all, at, block.length);
      at += block.length;
    }
    System.arraycopy(last, 0, all, at, used);
    return all;
  }

  String text() {
    return new String(toArray(), StandardCharsets.UTF_8);
  }

  /** The blocks in order; the last one is cut to its length. */
  Iterator<byte[]> blocks() {
    seal();
    return full.iterator();
  }

  /** Hands out the bytes and forgets them: can be read once. */
  InputStream drain() {
    seal();
    return new DrainingStream(full);
  }

  private void seal() {
    if (used > 0) {
      full.add(Arrays.copyOf(last, used));
      last = new byte[0];
      used = 0;
    }
  }
}
