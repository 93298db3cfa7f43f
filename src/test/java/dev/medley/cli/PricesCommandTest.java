package dev.medley.cli;

import static dev.medley.WireScript.answer;
import static dev.medley.WireScript.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {
  private static final String MAP =
      """
      {"gpt-4o": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.4e-06,
         "output_cost_per_token": 9.5e-06},
       "gemini/gemini-9": {"litellm_provider": "gemini", "max_input_tokens": 1000000,
         "input_cost_per_token": 1e-06, "input_cost_per_token_above_200k_tokens": 2e-06,
         "output_cost_per_token": 4e-06}}
      """;

  @TempDir Path home;

  @Test
  void anImportedListGoesOverTheBundledOneAndSaysSo() {
    CliRun cli = new CliRun(home).file("prices-map.json", MAP).variable("OPENAI_API_KEY", "k");
    CliRun.Result imported = cli.run("prices", "import", "prices-map.json");
    String today = LocalDate.now(ZoneId.systemDefault()).toString();
    assertEquals(
        "2 prices of "
            + today
            + " are in ~/.local/share/medley/prices.json, over the bundled list\n",
        imported.out());
    assertEquals(0, imported.code(), imported.err());
    assertEquals(
        """
        openai/gpt-4o
          window 128,000 tokens · largest answer 16,384 tokens · vision
          per million tokens: input $2.4 · output $9.5
          by the list imported from prices-map.json, as of DAY
        """
            .replace("DAY", today),
        cli.run("prices", "show", "gpt-4o").out());
    assertEquals(
        """
        model            $/M in  cached  $/M out  as of
        google/gemini-9      1+       –       4+  DAY
        bundled list of 2026-11-22
        over it: 2 prices, imported on DAY from prices-map.json
        """
            .replace("DAY", today),
        cli.run("prices", "list", "gemini-9").out());
  }

  @Test
  void theBundledListIsShownWithItsDate() {
    CliRun.Result run = new CliRun(home).run("prices", "list", "gpt-4o-mini");
    assertEquals(
        """
        model               $/M in  cached  $/M out  as of
        openai/gpt-4o-mini    0.15   0.075      0.6  2026-11-22
        bundled list of 2026-11-22
        """,
        run.out());
    for (String line : new CliRun(home).onTerminal().run("prices", "list").out().split("\n")) {
      assertTrue(line.replaceAll("\u001B\\[[0-9;]*m", "").length() <= 80, line);
    }
  }

  @Test
  void ownPricesAreShownAsSuch() throws IOException {
    CliRun cli =
        new CliRun(home)
            .config(
                "models: {mine: {id: demo/x, price: {input: 1, output: 2, cache_write: 1.25,"
                    + " tiers: [{above: 1000, input: 2, output: 4}]}}}");
    assertEquals(
        """
        demo/x
          per million tokens: input $1 · cache write $1.25 · output $2
          prompts above 1,000 tokens: input $2 · output $4
          by your configuration, without a date
        """,
        cli.run("prices", "show", "mine").out());
    JsonNode json = new JsonMapper().readTree(cli.run("prices", "show", "--json", "mine").out());
    assertEquals("configured", json.at("/models/0/price/source").asText());
    assertEquals(4, json.at("/models/0/price/tiers/0/output").asInt());
    assertEquals("2026-11-22", json.path("bundled_as_of").asText());
  }

  @Test
  void aModelNeedNoKeyToBeShown() {
    CliRun cli = new CliRun(home);
    assertTrue(cli.run("prices", "show", "claude-3-5-haiku").out().contains("input $0.8 ·"));
    assertTrue(cli.run("prices", "show", "openai/gpt-4o").out().contains("input $2.5 ·"));
    CliRun.Result mistyped = cli.run("prices", "show", "gpt-4o-minni");
    assertEquals(14, mistyped.code());
    assertTrue(mistyped.err().contains("did you mean gpt-4o-mini?"), mistyped.err());
  }

  @Test
  void anAddressIsFetchedWithoutAKey() throws IOException {
    String list =
        "{\"data\":[{\"id\":\"openai/gpt-4o\",\"pricing\":{\"prompt\":\"0.000002\","
            + "\"completion\":\"0.000008\"}}]}";
    try (LoopbackServer server = LoopbackServer.running(json(list))) {
      CliRun cli = new CliRun(home).variable("OPENAI_API_KEY", "hush");
      String url = server.url("/api/v1/models").toString();
      CliRun.Result run = cli.run("prices", "import", url + "?token=hush");
      assertEquals(0, run.code(), run.err());
      assertEquals("/api/v1/models?token=hush", server.requests().get(0).target());
      assertFalse(server.requests().get(0).header("authorization").isPresent());
      String shown = cli.run("prices", "show", "openai/gpt-4o").out();
      assertTrue(shown.contains("by the list imported from " + url + ", as of"), shown);
    }
  }

  @Test
  void whatCannotBeFetchedOrReadIsToldAndChangesNothing() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(answer(404, "", "gone"))) {
      CliRun cli = new CliRun(home).file("bad.json", "{\"a\":1}");
      CliRun.Result missing = cli.run("prices", "import", server.url("/x").toString());
      assertEquals(14, missing.code(), missing.err());
      assertTrue(missing.err().contains("check the address"), missing.err());
      CliRun.Result bad = cli.run("prices", "import", "bad.json");
      assertEquals(1, bad.code());
      assertTrue(bad.err().contains("neither a LiteLLM price map nor"), bad.err());
      assertEquals(2, cli.run("prices", "import", "none.json").code());
      assertEquals(2, cli.run("prices", "import").code());
      assertFalse(Files.exists(home.resolve(".local/share/medley/prices.json")));
    }
  }

  @Test
  void aBrokenListOfOursIsOneWarning() {
    CliRun cli = new CliRun(home).file(".local/share/medley/prices.json", "{}");
    CliRun.Result run = cli.run("prices", "list", "gpt-4o-mini");
    assertEquals(0, run.code());
    assertEquals(
        "warning: ~/.local/share/medley/prices.json: it is not a price list as medley prices import"
            + " writes it; going on with the bundled list\n",
        run.err());
    assertTrue(run.out().contains("0.15"), run.out());
  }
}
