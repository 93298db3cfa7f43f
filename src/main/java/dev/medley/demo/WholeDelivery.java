package dev.medley.demo;

import java.io.IOException;

/** The answer in one JSON document, when its last token is done. */
record WholeDelivery(Exchange exchange, ChatRequest request, Pacing pacing) implements Delivery {
  @Override
  public void deliver(Answer answer, Course course) throws IOException, InterruptedException {
    pacing.token(request.model(), course.tokensOf(answer.size()));
    ChatJson json = new ChatJson(exchange.number(), request);
    switch (course.ending()) {
      case FINISHED -> exchange.json(200, json.completion(answer));
      case GARBLED, BROKEN_OFF -> exchange.halfOf(json.completion(answer));
      case SILENT -> pacing.silence();
    }
  }
}
