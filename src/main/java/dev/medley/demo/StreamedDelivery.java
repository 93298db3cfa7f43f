package dev.medley.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer as server-sent events, a token each, each sent when it is due. */
final class StreamedDelivery implements Delivery {
  private final Exchange exchange;
  private final ChatRequest request;
  private final Pacing pacing;
  private final ChatJson json;

  StreamedDelivery(Exchange exchange, ChatRequest request, Pacing pacing) {
    this.exchange = exchange;
    this.request = request;
    this.pacing = pacing;
    this.json = new ChatJson(exchange.number(), request);
  }

  @Override
  public void deliver(Answer answer, Course course) throws IOException, InterruptedException {
    pacing.token(request.model(), 0);
    OutputStream out = exchange.events();
    send(out, json.opening());
    int tokens = course.tokensOf(answer.size());
    for (int i = 0; i < tokens; i++) {
      pacing.token(request.model(), i);
      send(out, json.token(answer, i));
    }
    switch (course.ending()) {
      case FINISHED -> finish(out, answer);
      case GARBLED -> {
        send(out, "{\"choices\":[{\"delta\":{\"content\":");
        finish(out, answer);
      }
      case BROKEN_OFF -> {
        // Nothing more: the body ends as if it were complete.
      }
      case SILENT -> pacing.silence();
    }
  }

  private void finish(OutputStream out, Answer answer) throws IOException {
    send(out, json.closing(answer));
    if (request.includeUsage()) {
      send(out, json.usageChunk(answer));
    }
    send(out, "[DONE]");
  }

  private static void send(OutputStream out, ObjectNode chunk) throws IOException {
    send(out, chunk.toString());
  }

  private static void send(OutputStream out, String data) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
