package dev.medley.endpoint;

import dev.medley.chat.ReplyListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Joins pieces of a reply that arrived together, so that a fast stream is not written in a hundred
 * thousand system calls. Nothing is held back while we wait for the network: what has come is
 * passed on before the next read.
 */
final class Bursts implements ReplyListener {
  private final ReplyListener listener;
  private final StringBuilder pieces = new StringBuilder();
  private boolean reasoning;

  Bursts(ReplyListener listener) {
    this.listener = listener;
  }

  @Override
  public void onText(String piece) {
    add(piece, false);
  }

  @Override
  public void onReasoning(String piece) {
    add(piece, true);
  }

  @Override
  public void onNotice(String notice) {
    pass();
    listener.onNotice(notice);
  }

  private void add(String piece, boolean thought) {
    if (reasoning != thought) {
      pass();
    }
    reasoning = thought;
    pieces.append(piece);
  }

  /** Passes on what has been joined. */
  void pass() {
    if (pieces.length() == 0) {
      return;
    }
    String joined = pieces.toString();
    pieces.setLength(0);
    if (reasoning) {
      listener.onReasoning(joined);
    } else {
      listener.onText(joined);
    }
  }

  /** The bytes of the reply; whoever reads on has first had all that came before passed on. */
  InputStream between(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        pass();
        return in.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        pass();
        return in.read(bytes, offset, length);
      }
    };
  }
}
