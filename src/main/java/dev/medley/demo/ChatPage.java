package dev.medley.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Answers a chat request in the manner of the model that it names. */
final class ChatPage {
  private static final String SAMPLE =
      """
      {"model": "sage", "messages": [{"role": "user", "content": "Which way is up?"}]}
      """;

  private final Pace pace;
  private final Map<SimulatedModel, Temper> tempers = new EnumMap<>(SimulatedModel.class);

  ChatPage(Pace pace) {
    this.pace = pace;
    for (SimulatedModel model : SimulatedModel.values()) {
      tempers.put(model, model.newTemper());
    }
  }

  /** Loads what the first answer needs; its first token should not wait for that. */
  static void warmUp() {
    try {
      ChatRequest request = ChatRequestReader.read(SAMPLE.getBytes(StandardCharsets.UTF_8));
      new ChatJson(0, request).completion(AnswerWriter.write(request)).toString();
    } catch (ApiError e) {
      throw new IllegalStateException("the sample request is wrong", e);
    }
  }

  void answer(Exchange exchange) throws ApiError, IOException, InterruptedException {
    Pacing pacing = new Pacing(pace, System.nanoTime());
    ChatRequest request = ChatRequestReader.read(exchange.body());
    if (request.fault().isPresent() && request.fault().get().instead(exchange, pacing)) {
      return;
    }
    Temper temper = request.fault().map(Fault::temper).orElse(tempers.get(request.model()));
    Course course = temper.meet(request);
    Answer answer = course.share() == 0 ? Answer.NOTHING : AnswerWriter.write(request);
    Delivery delivery =
        request.stream()
            ? new StreamedDelivery(exchange, request, pacing)
            : new WholeDelivery(exchange, request, pacing);
    delivery.deliver(answer, course);
  }
}
