package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.LoopbackModel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that says nothing of tokens. */
class UnreportedUsageTest {
  @TempDir Path home;

  @Test
  void theUsageLineShowsOurCountForWhatItIs() throws IOException {
    try (LoopbackModel model = LoopbackModel.http()) {
      CliRun.Result run = cli(model, "gpt-4o").run("ask", "-u", "hello world");
      assertEquals(0, run.code(), run.err());
      String line =
          run.err().replaceAll("\\d+\\.\\d\\d s", "T").replaceAll("~[\\d.]+ tok/s", "~R tok/s");
      assertEquals(
          "lab/gpt-4o · T (first token T) · ~9 → ~1 tokens · ~R tok/s · ~$0.000033\n", line);
    }
  }

  @Test
  void jsonSaysSoTwice() throws IOException {
    try (LoopbackModel model = LoopbackModel.http()) {
      JsonNode json =
          new JsonMapper().readTree(cli(model, "gpt-4o").run("ask", "--json", "hello world").out());
      assertEquals("estimated", json.at("/usage/source").asText());
      assertEquals(9, json.at("/usage/input_tokens").asInt());
      assertEquals("estimated", json.at("/cost/source").asText());
      assertEquals("0.0000325", json.at("/cost/usd").decimalValue().toPlainString());
      assertEquals("estimated", json.at("/attempts/0/usage/source").asText());
    }
  }

  @Test
  void withoutAPriceTheCostStaysUnknown() throws IOException {
    try (LoopbackModel model = LoopbackModel.http()) {
      JsonNode json =
          new JsonMapper().readTree(cli(model, "odd").run("ask", "--json", "hello").out());
      assertEquals("unknown", json.at("/cost/source").asText());
      assertEquals(true, json.at("/cost/usd").isNull());
      assertEquals("estimated", json.at("/usage/source").asText());
    }
  }

  private CliRun cli(LoopbackModel model, String id) {
    return new CliRun(home)
        .config(
            "default_model: lab/"
                + id
                + "\nproviders: {lab: {base_url: '"
                + model.url("http://127.0.0.1", "/v1")
                + "'}}\n");
  }
}
