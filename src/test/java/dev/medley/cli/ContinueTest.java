package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** -c and --cid: the conversation goes on. */
class ContinueTest {
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir private Path home;

  private Result run(String... args) {
    return new CliRun(home).run(args);
  }

  private static JsonNode json(Result result) throws IOException {
    assertEquals(0, result.code(), result.err());
    return new JsonMapper().readTree(result.out());
  }

  /** Who would say what, in the request that would be sent. */
  private List<String> sent(String... args) throws IOException {
    JsonNode body = json(run(args)).get("body");
    List<String> lines = new ArrayList<>(List.of(body.get("model").asText()));
    for (JsonNode message : body.get("messages")) {
      String text = message.get("content").asText();
      lines.add(message.get("role").asText() + ": " + text.lines().findFirst().orElse(""));
    }
    return lines;
  }

  private String firstLine(JsonNode document) {
    return document.get("response").asText().lines().findFirst().orElse("");
  }

  @Test
  void theModelAndTheSystemPromptStay() throws Exception {
    JsonNode first = json(run("ask", "-m", "demo/sage", "-s", "be brief", "--json", "one"));
    assertEquals(
        List.of(
            "sage", "system: be brief", "user: one", "assistant: " + firstLine(first), "user: two"),
        sent("ask", "-c", "--dry-run", "two"));
    JsonNode second = json(run("ask", "-c", "--json", "two"));
    assertEquals("demo/sage", second.get("model").asText());
    assertEquals(first.get("conversation_id"), second.get("conversation_id"));
    List<String> third = sent("ask", "-c", "-m", "demo/swift", "-s", "rhyme", "--dry-run", "three");
    assertEquals("swift", third.get(0));
    assertEquals("system: rhyme", third.get(1));
    assertEquals("user: three", third.get(6));
  }

  @Test
  void anOlderTurnIsTheBeginningOfABranch() throws Exception {
    JsonNode first = json(run("ask", "-m", "demo/swift", "--json", "one"));
    JsonNode second = json(run("ask", "-c", "--json", "two"));
    String id = first.get("id").asText();
    JsonNode branch = json(run("ask", "--cid", id, "--json", "other"));
    assertTrue(!branch.get("conversation_id").equals(first.get("conversation_id")));
    assertEquals(4, sent("ask", "--cid", id, "--dry-run", "x").size());
    assertEquals(6, sent("ask", "--cid", second.get("id").asText(), "--dry-run", "x").size());
    String conversation = first.get("conversation_id").asText();
    assertEquals("user: two", sent("ask", "--cid", conversation, "--dry-run", "x").get(3));
    conversation = branch.get("conversation_id").asText();
    assertEquals("user: other", sent("ask", "--cid", conversation, "--dry-run", "x").get(3));
  }

  @Test
  void aTurnThatFailedIsForgotten() throws Exception {
    json(run("ask", "-m", "demo/swift", "--json", "one"));
    assertEquals(5, run("ask", "-c", "-m", "demo/down", "two").code());
    List<String> sent = sent("ask", "-c", "--dry-run", "three");
    assertEquals("swift", sent.get(0));
    assertEquals(List.of("user: one", "user: three"), List.of(sent.get(1), sent.get(3)));
  }

  @Test
  void alsoForRouteAndFallback() throws Exception {
    new CliRun(home)
        .config(
            "tasks: {default: {model: demo/swift}, sum: {model: demo/sage, system: terse}}\n"
                + "rules: [{task: sum, when: {any: [sum]}}]\n"
                + "chains: {default: {models: [demo/swift, demo/sage]}}\n");
    json(run("route", "--json", "sum it up"));
    assertEquals("system: terse", sent("route", "-c", "--dry-run", "-q", "and?").get(1));
    assertEquals("sage", sent("route", "-c", "--dry-run", "-q", "and?").get(0));
    JsonNode requests = json(run("fallback", "-c", "--dry-run", "and?")).get("requests");
    assertEquals("sage", requests.at("/0/body/model").asText());
    assertEquals("swift", requests.at("/1/body/model").asText());
    assertEquals(4, requests.at("/1/body/messages").size());
    JsonNode answer = json(run("fallback", "-c", "-m", "demo/down,demo/swift", "--json", "and?"));
    assertEquals("demo/swift", answer.get("model").asText());
    assertEquals("swift", sent("ask", "-c", "--dry-run", "more").get(0));
  }

  @Test
  void aPictureIsSentAgain() throws Exception {
    Path picture = Files.write(home.resolve("dot.png"), PIXEL);
    json(run("ask", "-m", "demo/swift", "-a", "dot.png", "--json", "what is it?"));
    assertTrue(run("ask", "-c", "--dry-run", "and?").out().contains("image_url"));
    Files.delete(picture);
    Result without = run("ask", "-c", "--dry-run", "and?");
    assertEquals("note: ~/dot.png is no longer there; the model goes without it\n", without.err());
    assertTrue(!without.out().contains("image_url"));
  }

  @Test
  void whatCannotBeContinuedSaysSo() {
    assertEquals(
        "error: usage\n  no conversation to continue\n"
            + "  → begin one without -c; what was asked with -n, or failed, is none\n",
        run("ask", "-c", "hi").err());
    assertEquals(2, run("ask", "--cid", "nope", "hi").code());
    assertEquals(2, run("ask", "--cid", "c-nope", "hi").code());
    assertEquals(2, run("ask", "-c", "--cid", "x", "hi").code());
    CliRun numbersOnly = new CliRun(home).config("history: {bodies: false}");
    assertEquals(0, numbersOnly.run("ask", "-m", "demo/swift", "hi").code());
    assertEquals(
        "error: usage\n  no conversation can be continued while history.bodies is false\n"
            + "  → set it to true in the configuration: prompts and answers are kept from then on\n",
        numbersOnly.run("ask", "-c", "hi").err());
  }

  @Test
  void aModelThatIsNoLongerKnownIsNamed() throws Exception {
    new CliRun(home).config("models: {mine: {id: demo/swift}}").run("ask", "-m", "mine", "hi");
    assertEquals("swift", sent("ask", "-c", "--dry-run", "and?").get(0));
    new CliRun(home).config("models: {mine: {id: demo/sage}}");
    assertEquals("swift", sent("ask", "-c", "--dry-run", "and?").get(0));
  }
}
