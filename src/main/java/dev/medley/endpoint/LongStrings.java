package dev.medley.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * JSON in which every string longer than {@value #PIECE} bytes is written as a list of shorter
 * ones. Content may be a list of parts anyhow, and a parser needs several times the memory of the
 * longest string that it meets.
 */
final class LongStrings extends InputStream {
  static final int PIECE = 64 << 10;

  private final InputStream in;
  private final Iterator<Long> starts;
  private final JsonStrings strings = new JsonStrings();
  private final byte[] buffer = new byte[PIECE];
  private final ByteArrayOutputStream cut = new ByteArrayOutputStream(PIECE + 16);
  private byte[] staged = new byte[0];
  private int position;
  private long offset;
  private long nextStart;
  private int pieceLength = -1;

  private LongStrings(InputStream in, List<Long> starts) {
    this.in = in;
    this.starts = starts.iterator();
    nextStart = this.starts.hasNext() ? this.starts.next() : -1;
  }

  /** Drains {@code json}. */
  static InputStream cut(Blocks json) {
    List<Long> starts = starts(json);
    return starts.isEmpty() ? json.drain() : new LongStrings(json.drain(), starts);
  }

  /** Where the long strings begin; one without an end counts. */
  private static List<Long> starts(Blocks json) {
    List<Long> found = new ArrayList<>();
    JsonStrings strings = new JsonStrings();
    long offset = 0;
    long start = 0;
    for (Iterator<byte[]> blocks = json.blocks(); blocks.hasNext(); ) {
      for (byte b : blocks.next()) {
        if (strings.accept(b)) {
          if (strings.inside()) {
            start = offset;
          } else if (offset - start > PIECE) {
            found.add(start);
          }
        }
        offset++;
      }
    }
    if (strings.inside() && offset - start > PIECE) {
      found.add(start);
    }
    return found;
  }

  @Override
  public int read() throws java.io.IOException {
    return ready() ? staged[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int at, int length) throws java.io.IOException {
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int n = Math.min(length, staged.length - position);
    System.arraycopy(staged, position, into, at, n);
    position += n;
    return n;
  }

  private boolean ready() throws java.io.IOException {
    if (position < staged.length) {
      return true;
    }
    int n = in.read(buffer);
    if (n <= 0) {
      return false;
    }
    cut.reset();
    for (int i = 0; i < n; i++) {
      step(buffer[i]);
    }
    staged = cut.toByteArray();
    position = 0;
    return true;
  }

  private void step(byte b) {
    boolean sound = !strings.inEscape() && (b & 0xC0) != 0x80;
    boolean quote = strings.accept(b);
    if (quote && offset == nextStart) {
      cut.write('[');
      pieceLength = 0;
      nextStart = starts.hasNext() ? starts.next() : -1;
    } else if (quote && pieceLength >= 0) {
      cut.write('"');
      b = ']';
      pieceLength = -1;
    } else if (pieceLength >= PIECE && sound) {
      cut.writeBytes(new byte[] {'"', ',', '"'});
      pieceLength = 0;
    }
    cut.write(b);
    pieceLength += pieceLength >= 0 ? 1 : 0;
    offset++;
  }
}
