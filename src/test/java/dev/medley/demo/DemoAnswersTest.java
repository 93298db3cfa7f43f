package dev.medley.demo;

import static dev.medley.demo.DemoClient.content;
import static dev.medley.demo.DemoClient.deltas;
import static dev.medley.demo.DemoClient.events;
import static dev.medley.demo.DemoClient.json;
import static dev.medley.demo.DemoClient.parse;
import static dev.medley.demo.DemoClient.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAnswersTest {
  private DemoServer server;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    server = DemoServer.start(0, Pace.INSTANT);
    client = new DemoClient(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"swift", "steady", "sage", "short", "demo/swift"})
  void streamedAndWholeAreTheSameAnswer(String model) throws Exception {
    ObjectNode request = request(model, "What makes a good bicycle bell?");
    HttpResponse<String> whole = client.chat(request);
    HttpResponse<String> streamed =
        client.chat(
            request.put("stream", true).set("stream_options", parse("{\"include_usage\": true}")));
    assertEquals(200, whole.statusCode());
    assertEquals("application/json", whole.headers().firstValue("content-type").orElse(""));
    assertTrue(streamed.headers().firstValue("content-type").orElse("").contains("event-stream"));
    assertEquals(content(whole), deltas(streamed, "content"));
    assertEquals(
        json(whole).at("/choices/0/message/reasoning_content").asText(""),
        deltas(streamed, "reasoning_content"));

    List<String> events = events(streamed);
    assertEquals("[DONE]", events.get(events.size() - 1));
    JsonNode usage = parse(events.get(events.size() - 2));
    assertEquals(json(whole).path("usage"), usage.path("usage"));
    assertTrue(usage.path("choices").isEmpty());
    JsonNode last = parse(events.get(events.size() - 3));
    assertEquals("stop", last.at("/choices/0/finish_reason").asText());
    assertTrue(last.path("usage").isNull());
    int tokens = usage.at("/usage/completion_tokens").asInt();
    assertEquals(tokens + 4, events.size(), "one chunk a token, and four of the frame");
  }

  @Test
  void usageAddsUp() throws Exception {
    JsonNode usage = json(client.chat(request("sage", "Why is the sky blue?"))).path("usage");
    long prompt = usage.path("prompt_tokens").asLong();
    long completion = usage.path("completion_tokens").asLong();
    long reasoning = usage.at("/completion_tokens_details/reasoning_tokens").asLong();
    assertEquals(3 + 6, prompt);
    assertEquals(prompt + completion, usage.path("total_tokens").asLong());
    assertTrue(reasoning > 0 && reasoning < completion);
  }

  @Test
  void usageIsStreamedOnlyWhenAskedFor() throws Exception {
    String body = client.chat(request("swift", "hi").put("stream", true)).body();
    assertFalse(body.contains("usage"));
  }

  @Test
  void theThreeSpeakDifferentlyOfRoutingInOneParagraphEach() throws Exception {
    Set<String> answers = new HashSet<>();
    for (String model : List.of("swift", "steady", "sage")) {
      String text = content(client.chat(request(model, "Explain model routing in one paragraph")));
      assertTrue(text.contains("routing") && text.contains("demo/" + model), text);
      assertFalse(text.contains("\n"), text);
      answers.add(text);
    }
    assertEquals(3, answers.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "hi", "Explain model routing", "雨とは何ですか", "🙂", "{subject}", "??"})
  void everyAnswerSaysThatItIsSimulated(String prompt) throws Exception {
    for (SimulatedModel model :
        List.of(
            SimulatedModel.SWIFT,
            SimulatedModel.STEADY,
            SimulatedModel.SAGE,
            SimulatedModel.SHORT)) {
      String text = content(client.chat(request(model.id(), prompt)));
      assertTrue(text.toLowerCase().contains("simulate"), text);
    }
  }

  @Test
  void answersAreAboutThePrompt() throws Exception {
    String text = content(client.chat(request("swift", "How do I clean a copper kettle?")));
    assertTrue(text.contains("“clean”") || text.contains("copper kettle"), text);
  }

  @Test
  void aSummaryQuotesTheTextAndNotTheOrder() throws Exception {
    String prompt =
        "The pump is loud. It was repaired in May.\nNobody knows why! Send someone.\n\n"
            + "Summarize this in three bullet points:";
    assertEquals(
        """
        - The pump is loud.
        - It was repaired in May.
        - Nobody knows why!

        (Simulated by demo/swift: a stand-in for an answer, not a real one.)""",
        content(client.chat(request("swift", prompt))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "东", "word ", "Yes. ", "\n"})
  void aHugePromptHasAShortAnswer(String piece) throws Exception {
    HttpResponse<String> response = client.chat(request("sage", piece.repeat(300_000)));
    assertEquals(200, response.statusCode());
    assertTrue(content(response).length() < 2000);
  }

  @Test
  void aCommitMessageNamesTheFiles() throws Exception {
    String diff = "+++ b/src/a/One.java\n+x\n+++ b/Two.java\n+++ b/Three.java\n";
    String text = content(client.chat(request("steady", diff + "\n\nWrite a commit message")));
    assertTrue(text.startsWith("Update One.java, Two.java and 1 more\n\n"), text);
  }

  @Test
  void theSamePromptHasTheSameAnswerUntilVarietyIsAskedFor() throws Exception {
    ObjectNode request = request("swift", "Name a colour for the garden shed");
    String plain = content(client.chat(request));
    assertEquals(plain, content(client.chat(request)));
    assertEquals(plain, content(client.chat(request.put("temperature", 0).put("seed", 9))));
    String varied = content(client.chat(request.put("temperature", 0.7).put("seed", 1)));
    assertEquals(varied, content(client.chat(request)));
    boolean differs = false;
    for (int seed = 0; seed < 20; seed++) {
      differs |= !plain.equals(content(client.chat(request.put("seed", seed))));
    }
    assertTrue(differs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_tokens", "max_completion_tokens"})
  void theLimitCutsTheAnswer(String name) throws Exception {
    String whole = content(client.chat(request("swift", "hello there, how are you today?")));
    JsonNode cut =
        json(client.chat(request("swift", "hello there, how are you today?").put(name, 5)));
    assertEquals("length", cut.at("/choices/0/finish_reason").asText());
    assertEquals(5, cut.at("/usage/completion_tokens").asInt());
    String text = cut.at("/choices/0/message/content").asText();
    assertTrue(whole.startsWith(text) && !text.isEmpty());
  }

  @Test
  void reasoningUsesUpTheLimitToo() throws Exception {
    JsonNode cut = json(client.chat(request("sage", "Why?").put("max_tokens", 3)));
    assertEquals("", cut.at("/choices/0/message/content").asText());
    assertNotEquals("", cut.at("/choices/0/message/reasoning_content").asText());
    assertEquals("length", cut.at("/choices/0/finish_reason").asText());
  }

  @Test
  void aStopTextEndsTheAnswerBeforeIt() throws Exception {
    HttpResponse<String> response = client.chat(request("swift", "hello").put("stop", "!"));
    assertFalse(content(response).contains("!"));
    assertEquals("stop", json(response).at("/choices/0/finish_reason").asText());
  }

  @Test
  void partsOfAMessageAreReadTogether() throws Exception {
    JsonNode parts =
        parse(
            """
            {"model": "swift", "messages": [
              {"role": "system", "content": "Be kind"},
              {"role": "user", "content": [
                {"type": "text", "text": "Describe the harbour lights"},
                {"type": "image_url", "image_url": {"url": "data:,"}}]}]}
            """);
    assertEquals(
        content(client.chat(request("swift", "Describe the harbour lights"))),
        content(client.chat(parts)));
  }

  @Test
  void twoAtOnceDoNotDisturbEachOther() throws Exception {
    String swift = content(client.chat(request("swift", "tea or coffee")));
    String sage = content(client.chat(request("sage", "tea or coffee")));
    List<CompletableFuture<String>> answers =
        List.of(answer("swift"), answer("sage"), answer("swift"), answer("sage"));
    assertEquals(
        List.of(swift, sage, swift, sage), answers.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<String> answer(String model) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return deltas(
                client.chat(request(model, "tea or coffee").put("stream", true)), "content");
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }
}
