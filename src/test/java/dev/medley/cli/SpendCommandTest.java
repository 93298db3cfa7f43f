package dev.medley.cli;

import static dev.medley.WireScript.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpendCommandTest {
  private static final String HI =
      "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":500}}";

  @TempDir Path home;

  @Test
  void whatWasSpentAndWhatIsLeft() throws IOException {
    try (LoopbackServer server = LoopbackServer.running(json(HI))) {
      CliRun cli = cli(server);
      cli.run("ask", "-m", "cheap", "hi");
      cli.run("ask", "-m", "dear", "hi");
      cli.run("ask", "-m", "odd", "--allow-unknown-price", "hi");
      cli.run("ask", "-m", "demo/swift", "hi");
      CliRun.Result run = cli.run("spend");
      String out = run.out().replaceAll("(demo/swift +1).*(play)", "$1 … $2");
      assertEquals(
          """
          model       billed        tokens      cost
          lab/dear         1   1,000 → 500    $0.06    ████████████████████
          lab/cheap        1   1,000 → 500   $0.0006   █
          lab/odd          1   1,000 → 500         –
          demo/swift       1 … play money
          total            3  3,000 → 1,500  ≥ $0.0606

          limit          USD    spent     left
          per_request  $0.50
          per_day      $1.00  $0.0606  $0.9394
          """
              .replaceAll(" +", " "),
          out.replaceAll(" +", " "));
      assertEquals(0, run.code(), run.err());
      JsonNode document =
          new JsonMapper().readTree(cli.run("spend", "--by", "day", "--json").out());
      assertEquals("0.0606", document.at("/total/cost/usd").asText());
      assertEquals(true, document.at("/total/cost/at_least").asBoolean());
      assertEquals("day", document.path("by").asText());
      assertEquals("0.9394", document.at("/limits/1/left_usd").decimalValue().toPlainString());
      assertEquals(true, document.at("/limits/0/spent_usd").isNull());
    }
  }

  @Test
  void beforeAnythingWasSpent() {
    CliRun.Result run = new CliRun(home).run("spend");
    assertEquals("", run.out());
    assertEquals("nothing is kept yet; try medley ask -m demo/swift \"hi\"\n", run.err());
    assertEquals(0, run.code());
  }

  @Test
  void wrongWordsAreWrongUsage() {
    assertEquals(2, new CliRun(home).run("spend", "--by", "colour").code());
    CliRun.Result run = new CliRun(home).run("spend", "--since", "soon");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--since is 'soon'"), run.err());
  }

  @Test
  void aDamagedHistoryIsTold() {
    CliRun cli = new CliRun(home).file(".local/share/medley/history.db", "no database at all");
    CliRun.Result run = cli.run("spend");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("it is damaged"), run.err());
  }

  private CliRun cli(LoopbackServer server) {
    return new CliRun(home)
        .config(
            """
            providers: {lab: {base_url: '%s'}}
            models:
              cheap: {id: lab/cheap, price: {input: 0.1, output: 1}, max_output: 1000}
              dear: {id: lab/dear, price: {input: 10, output: 100}, max_output: 1000}
              odd: {id: lab/odd}
            limits: {per_request: 0.5, per_day: 1}
            """
                .formatted(server.url("/v1")));
  }
}
