package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Message;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sending once more, said otherwise, over real sockets. */
class SecondTryTest {
  private static final WireScript HI = WireScript.json(Chunks.completion("'content':'Hi'"));
  private static final Prompt ASKED =
      new Prompt(
          List.of(Message.system("be brief"), Message.user("hi")),
          Parameters.NONE.with("max_tokens", 5).with("temperature", 0),
          true);

  private static WireScript refusal(int status, String message) {
    return WireScript.answer(
        status, "", Chunks.json("{'error':{'message':'" + message + "','type':'x'}}"));
  }

  @Test
  void correctedOnceAndRemembered() throws Exception {
    WireScript refused = refusal(422, "body.stream_options: Extra inputs are not permitted");
    try (LoopbackServer server = LoopbackServer.running(refused, HI)) {
      ChatModel model = Wire.model(server.url("/v1"));
      Overheard heard = new Overheard();
      Outcome first = model.send(ASKED, heard, new Cancellation());
      Outcome second = model.send(ASKED, heard, new Cancellation());
      String expected = "answered | «Hi» stop 3→2";
      assertEquals(
          List.of(expected, expected), List.of(OutcomeLine.of(first), OutcomeLine.of(second)));
      assertEquals(List.of("sent again without stream_options"), heard.notices());
      assertEquals(3, server.requests().size());
      String corrected =
          server.requests().get(0).body().replaceAll(",\"stream_options\":\\{[^}]*}", "");
      assertEquals(corrected, server.requests().get(1).body());
      assertEquals(corrected, server.requests().get(2).body());
    }
  }

  @Test
  void refusedAgainIsAFailureAndNotRemembered() throws Exception {
    WireScript refused = refusal(400, "Unsupported parameter: stream_options");
    try (LoopbackServer server = LoopbackServer.running(refused)) {
      ChatModel model = Wire.model(server.url("/v1"));
      Overheard heard = new Overheard();
      Outcome outcome = model.send(ASKED, heard, new Cancellation());
      assertEquals(
          "bad_request 400: Unsupported parameter: stream_options", OutcomeLine.of(outcome));
      assertEquals(2, server.requests().size());
      model.send(ASKED, heard, new Cancellation());
      assertEquals(server.requests().get(0).body(), server.requests().get(2).body());
    }
  }

  @Test
  void otherRefusalsAreFinal() throws Exception {
    WireScript refused = refusal(400, "max_tokens must be less than 4");
    try (LoopbackServer server = LoopbackServer.running(refused, HI)) {
      Outcome outcome =
          Wire.model(server.url("/v1")).send(ASKED, new Overheard(), new Cancellation());
      assertEquals("bad_request 400: max_tokens must be less than 4", OutcomeLine.of(outcome));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void theVersionIsAddedToABaseUrlWithoutAPath() throws Exception {
    WireScript missed = WireScript.answer(404, "", "404 page not found");
    try (LoopbackServer server = LoopbackServer.running(missed, HI)) {
      ChatModel model = Wire.model(server.url(""));
      Overheard heard = new Overheard();
      model.send(ASKED, heard, new Cancellation());
      Outcome outcome = model.send(ASKED, heard, new Cancellation());
      assertEquals("answered | «Hi» stop 3→2", OutcomeLine.of(outcome));
      assertEquals(List.of("sent again to " + server.url("/v1")), heard.notices());
      assertEquals(
          List.of("/chat/completions", "/v1/chat/completions", "/v1/chat/completions"),
          server.requests().stream().map(LoopbackServer.Request::target).toList());
    }
  }

  @Test
  void lmStudioSaysItWithA200() throws Exception {
    WireScript missed =
        WireScript.json(
            Chunks.json("{'error':'Unexpected endpoint or method. (POST /chat/completions)'}"));
    try (LoopbackServer server = LoopbackServer.running(missed, HI)) {
      Outcome outcome =
          Wire.model(server.url("/")).send(ASKED, new Overheard(), new Cancellation());
      assertEquals("answered | «Hi» stop 3→2", OutcomeLine.of(outcome));
    }
  }

  @Test
  void missedTwiceReportsTheFirst() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.running(
            WireScript.answer(404, "", "first"), WireScript.answer(404, "", "second"))) {
      Outcome outcome = Wire.model(server.url("")).send(ASKED, new Overheard(), new Cancellation());
      assertEquals("not_found 404: first", OutcomeLine.of(outcome));
      assertEquals(
          "check base_url, it usually ends in /v1; called was " + server.url("/chat/completions"),
          ((Outcome.Failed) outcome).failure().hint());
    }
  }

  @Test
  void aRightPathThatRefusesTheKeyIsTheBetterNews() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.running(
            WireScript.answer(404, "", "first"), WireScript.answer(401, "", "no key"))) {
      Outcome outcome = Wire.model(server.url("")).send(ASKED, new Overheard(), new Cancellation());
      assertEquals("auth 401: no key", OutcomeLine.of(outcome));
    }
  }

  @Test
  void aModelThatIsNotThereIsNotAPath() throws Exception {
    try (LoopbackServer server = LoopbackServer.running(refusal(404, "model m not found"), HI)) {
      Outcome outcome = Wire.model(server.url("")).send(ASKED, new Overheard(), new Cancellation());
      assertEquals("not_found 404: model m not found", OutcomeLine.of(outcome));
      assertEquals(1, server.requests().size());
    }
  }
}
