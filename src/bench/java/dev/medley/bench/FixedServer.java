package dev.medley.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers every chat completion the same way, at once and in one write, so that only the client is
 * measured. The model's name says how: {@code words-30} streams so many words, {@code wait-200-…}
 * waits so many milliseconds first.
 */
final class FixedServer implements AutoCloseable {
  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORDS = Pattern.compile("words-(\\d+)");
  private static final Pattern WAIT = Pattern.compile("wait-(\\d+)");

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
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String request = new String(body, StandardCharsets.UTF_8);
        Thread.sleep(number(WAIT, request, 0));
        boolean streamed = request.replace(" ", "").contains("\"stream\":true");
        byte[] answer = streamed ? words(number(WORDS, request, 30)) : whole;
        String type = streamed ? "text/event-stream" : "application/json";
        out.write(
            ("HTTP/1.1 200 OK\r\nContent-Type: "
                    + type
                    + "\r\nContent-Length: "
                    + answer.length
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(answer);
        out.flush();
      }
    } catch (IOException gone) {
      // The client is done.
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      int end = head.length();
      if (b == '\n' && end >= 4 && head.charAt(end - 3) == '\n') {
        return head.toString();
      }
    }
    return "";
  }

  private static int number(Pattern pattern, String request, int otherwise) {
    Matcher found = pattern.matcher(request);
    return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
  }

  private synchronized byte[] words(int count) {
    if (count == 30) {
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
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] whole() {
    return ("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"word\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":"
            + usage(1)
            + "}")
        .getBytes(StandardCharsets.UTF_8);
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
