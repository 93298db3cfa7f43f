package dev.medley.endpoint;

import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Dialect;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers every prompt the same, at once and from within this process, so that all that a prompt
 * runs through can be practised before the first real one. Nothing leaves the machine.
 */
public final class PracticeServer implements AutoCloseable {
  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  private static final int WORDS = 30;

  private final ServerSocket door;
  private final byte[] answer = answer();
  private volatile Socket visitor = new Socket();

  /**
   * @throws IOException when no port can be opened here
   */
  public PracticeServer() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread serving = new Thread(this::serve, "medley-practice");
    serving.setDaemon(true);
    serving.start();
  }

  /** The model that answers here. */
  public ChatModel model() {
    URI here = URI.create("http://127.0.0.1:" + door.getLocalPort() + "/v1");
    Provider provider = new Provider("practice", here, Optional.empty(), Map.of(), Dialect.PLAIN);
    return new Endpoints("practice", Clock.SYSTEM).model(provider, "none", Timeouts.DEFAULT);
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        visitor = client;
        InputStream in = new BufferedInputStream(client.getInputStream());
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
          Matcher length = LENGTH.matcher(head);
          in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
          client.getOutputStream().write(answer);
        }
      } catch (IOException gone) {
        // The practice is over, or this client's is.
      }
    }
  }

  /** Up to the empty line; empty at the end. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      if (b == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
        return head.toString();
      }
    }
    return "";
  }

  private static byte[] answer() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      event(events, "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]");
    }
    event(events, "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]");
    event(events, "\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":30}");
    events.append("data: [DONE]\n\n");
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
            + events.length()
            + "\r\n\r\n";
    return (head + events).getBytes(StandardCharsets.US_ASCII);
  }

  private static void event(StringBuilder events, String fields) {
    events
        .append("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,")
        .append("\"model\":\"none\",")
        .append(fields)
        .append("}\n\n");
  }

  @Override
  public void close() throws IOException {
    door.close();
    visitor.close(); // a thread that reads on would hold up the end of the process
  }
}
