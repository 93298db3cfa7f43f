package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last prompt once more. */
class AgainTest {
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

  @Test
  void theSamePromptToTheSameModel() throws Exception {
    JsonNode first =
        json(run("ask", "-m", "demo/swift", "-s", "brief", "--seed", "7", "--json", "hi"));
    JsonNode body = json(run("again", "--dry-run")).get("body");
    assertEquals(
        json(run("ask", "-m", "demo/swift", "-s", "brief", "--seed", "7", "--dry-run", "hi"))
            .get("body"),
        body);
    JsonNode again = json(run("again", "--json"));
    assertEquals("again", again.get("command").asText());
    assertEquals(first.get("response"), again.get("response"));
    assertFalse(first.get("id").equals(again.get("id")));
  }

  @Test
  void anotherModelAndOtherOptions() throws Exception {
    run("ask", "-m", "demo/swift", "--temperature", "0.2", "--seed", "7", "one");
    run("ask", "-m", "demo/swift", "two");
    String id = json(run("history", "--json")).at("/runs/1/id").asText();
    JsonNode body =
        json(run("again", "--id", id, "-m", "demo/sage", "--temperature", "0", "--dry-run"))
            .get("body");
    assertEquals("sage", body.get("model").asText());
    assertEquals("one", body.at("/messages/0/content").asText());
    assertEquals("0", body.get("temperature").asText());
    assertEquals(7, body.get("seed").asInt());
    assertEquals(2, run("again", "-m", "demo/sage,demo/swift").code());
  }

  @Test
  void aChainAgain() throws Exception {
    run("fallback", "-m", "demo/down,demo/swift", "hi");
    JsonNode again = json(run("again", "--json"));
    assertEquals("demo/down", again.get("requested_model").asText());
    assertEquals(2, again.get("attempts").size());
  }

  @Test
  void sideBySide() throws Exception {
    run("ask", "-m", "demo/swift", "-s", "brief", "hi");
    JsonNode both = json(run("again", "--compare", "demo/swift,demo/steady", "--json"));
    assertEquals("demo/swift", both.at("/results/0/model").asText());
    assertEquals("demo/steady", both.at("/results/1/model").asText());
    assertEquals("brief", both.at("/results/1/system").asText());
    JsonNode kept = json(run("history", "--json"));
    assertEquals(
        kept.at("/runs/0/comparison_id").asText(), kept.at("/runs/1/comparison_id").asText());
    JsonNode again = json(run("again", "--json"));
    assertEquals("demo/swift", again.at("/results/0/model").asText());
    assertEquals("demo/steady", again.at("/results/1/model").asText());
    assertEquals(
        "demo/sage", json(run("again", "-m", "demo/sage", "--json")).get("model").asText());
    assertEquals(2, run("again", "-m", "demo/sage", "--compare", "demo/swift").code());
    assertEquals(
        2, run("again", "--compare", "demo/swift,demo/sage", "--output", "answer.txt").code());
  }

  @Test
  void theFormOfTheAnswerAgain() throws Exception {
    String schema = "{\"title\": \"who\", \"type\": \"object\"}";
    assertEquals(13, run("ask", "-m", "demo/swift", "--schema", schema, "hi").code());
    assertEquals(
        json(run("ask", "-m", "demo/swift", "--schema", schema, "--dry-run", "hi")),
        json(run("again", "--dry-run")));
    assertEquals(13, run("again").code());
    assertEquals(13, run("ask", "-m", "demo/swift", "-x", "hi").code());
    assertEquals(13, run("again").code());
  }

  @Test
  void aChangedFileIsTold() throws Exception {
    Path notes = Files.writeString(home.resolve("notes.txt"), "milk");
    Path picture = Files.write(home.resolve("dot.png"), PIXEL);
    run("ask", "-m", "demo/swift", "-f", "notes.txt", "-a", "dot.png", "what is it?");
    assertEquals("", run("again", "--dry-run").err());
    Files.writeString(notes, "bread");
    byte[] other = PIXEL.clone();
    other[60] ^= 1;
    Files.write(picture, other);
    Result again = run("again", "--dry-run");
    assertEquals(
        """
        note: ~/notes.txt has changed since; its text is sent as it was then
        note: ~/dot.png has changed since; it is sent as it is now
        """,
        again.err());
    assertTrue(again.out().contains("milk"));
    Files.delete(notes);
    Files.delete(picture);
    assertEquals(
        """
        note: ~/notes.txt is no longer there; its text is sent as it was then
        note: ~/dot.png is no longer there; the model goes without it
        """,
        run("again", "--dry-run").err());
  }

  @Test
  void inAConversationWithAllThatCameBefore() throws Exception {
    JsonNode first = json(run("ask", "-m", "demo/swift", "--json", "one"));
    JsonNode second = json(run("ask", "-c", "--json", "two"));
    JsonNode again = json(run("again", "-m", "demo/sage", "--dry-run"));
    assertEquals(3, again.at("/body/messages").size());
    JsonNode branch = json(run("again", "--json"));
    assertFalse(branch.get("conversation_id").equals(second.get("conversation_id")));
    String shown = run("history", "show").out();
    assertTrue(shown.contains("after " + first.get("id").asText()), shown);
  }

  @Test
  void anEndpointOfThenIsNotReplacedByAnother() {
    run("ask", "--base-url", "http://127.0.0.1:1/v1", "-m", "swift", "--max-retries", "0", "hi");
    Result again = new CliRun(home).config("default_model: demo/swift").run("again");
    assertEquals(3, again.code());
    assertEquals(
        "error: config\n  the model 127.0.0.1:1/swift of then is not known here\n"
            + "  → name another with -m, or its endpoint with --base-url http://127.0.0.1:1/v1\n",
        again.err());
    assertEquals(0, run("again", "-m", "demo/swift").code());
  }

  @Test
  void nothingToRepeat() {
    assertEquals(
        "error: usage\n  nothing to repeat\n  → ask something first: medley ask \"…\"\n",
        run("again").err());
    new CliRun(home).config("history: {bodies: false}").run("ask", "-m", "demo/swift", "hi");
    Result again = run("again");
    assertEquals(2, again.code());
    assertTrue(again.err().contains("was not kept"), again.err());
  }
}
