package dev.medley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers every chat completion the same way, at once and in one write, so that only the client is
 * measured. The model's name says how: {@code words-30} streams so many words, {@code wait-200-…}
 * waits so many milliseconds first.
 */
final class FixedServer implements AutoCloseable {
  private static final byte[] NOTHING =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_REQUEST = 16 << 10;

  private final ServerSocket door;
  private final byte[] short30 = stream(30);
  private final byte[] whole = whole();
  private byte[] longest = new byte[0];
  private int longestWords;

  FixedServer() throws IOException {
    door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + door.getLocalPort() + "/v1";
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        client.setTcpNoDelay(true);
        daemon(() -> serve(client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    byte[] buffer = new byte[LONGEST_REQUEST];
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      while (true) {
        int length = request(in, buffer);
        if (length < 0) {
          return;
        }
        if (buffer[0] == 'H') { // HEAD: a client that opens its connection ahead
          out.write(NOTHING);
          continue;
        }
        int wait = numberAfter("wait-", buffer, length);
        if (wait > 0) {
          Thread.sleep(wait);
        }
        boolean streamed = indexOf("\"stream\":true", buffer, length) >= 0;
        out.write(streamed ? words(numberAfter("words-", buffer, length)) : whole);
      }
    } catch (IOException gone) {
      // The client is done.
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads a request, head and body; returns its length, -1 when none comes any more. */
  private static int request(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    int whole = Integer.MAX_VALUE;
    while (length < whole) {
      int n = in.read(buffer, length, buffer.length - length);
      if (n <= 0) {
        return -1;
      }
      length += n;
      int head = whole < Integer.MAX_VALUE ? -1 : indexOf("\r\n\r\n", buffer, length);
      if (head >= 0) {
        whole = head + 4 + Math.max(0, numberAfter("content-length: ", buffer, head));
      }
    }
    return length;
  }

  /** The number that follows a text, whatever the case of its letters; -1 when there is none. */
  private static int numberAfter(String text, byte[] bytes, int length) {
    int at = indexOf(text, bytes, length);
    if (at < 0) {
      return -1;
    }
    int number = 0;
    for (int i = at + text.length(); i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  private static int indexOf(String text, byte[] bytes, int length) {
    for (int i = 0; i <= length - text.length(); i++) {
      int same = 0;
      while (same < text.length() && (lower(bytes[i + same]) == text.charAt(same))) {
        same++;
      }
      if (same == text.length()) {
        return i;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private synchronized byte[] words(int count) {
    if (count < 0 || count == 30) {
      return short30;
    }
    if (count != longestWords) {
      longest = stream(count);
      longestWords = count;
    }
    return longest;
  }

  private static byte[] stream(int words) {
    String head =
        "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
            + "\"model\":\"m\",\"choices\":[";
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < words; i++) {
      all.append(head)
          .append("{\"index\":0,\"delta\":{\"content\":\"word")
          .append(i)
          .append(" \"},\"finish_reason\":null}]}\n\n");
    }
    all.append(head).append("{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
    all.append(head).append("],\"usage\":").append(usage(words)).append("}\n\ndata: [DONE]\n\n");
    return answer("text/event-stream", all.toString());
  }

  private static byte[] whole() {
    return answer(
        "application/json",
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"word\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":"
            + usage(1)
            + "}");
  }

  /** Head and body in one array. */
  private static byte[] answer(String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + length;
    return (head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String usage(int words) {
    return "{\"prompt_tokens\":5,\"completion_tokens\":"
        + words
        + ",\"total_tokens\":"
        + (words + 5)
        + "}";
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(null, work, "bench-server", 128 << 10);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
