package dev.medley.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers and gateways that none of us wrote: {@code mvn -Ppeers verify}. */
@Tag("peers")
class PeersIT {
  private static final String MOCK = "@dwmkerr/mock-llm";
  private static final String GATEWAY = "@portkey-ai/gateway";

  @TempDir private Path home;

  @BeforeAll
  static void nodeOrNothing() throws IOException, InterruptedException {
    assumeTrue(NodeServer.nodeIsThere(), "npm is not there");
  }

  @ParameterizedTest(name = "a mock server answers {0}, base URL ends in \"{1}\"")
  @CsvSource({"--stream, /v1", "--no-stream, /v1", "--stream, /v1/", "--stream, ''"})
  void aMockServer(String mode, String path) throws IOException, InterruptedException {
    try (NodeServer server = NodeServer.start(MOCK + "@0.1.29", MOCK + "/dist/main.js")) {
      assertEquals(
          new Result(0, "hello there\n", ""),
          new CliRun(home)
              .run("ask", mode, "--base-url", server.url() + path, "-m", "any", "hello", "there"));
    }
  }

  @Test
  void aGatewayInBetween() throws IOException, InterruptedException {
    try (DemoServer upstream = DemoServer.start(0, Pace.INSTANT);
        NodeServer gateway =
            NodeServer.start(
                GATEWAY + "@1.15.2", GATEWAY + "/build/start-server.js", "--port=PORT")) {
      Result answered = through(gateway, upstream, "swift", "--no-stream");
      assertEquals(0, answered.code(), answered.err());
      assertTrue(answered.out().startsWith("Hello!"), answered.out());
      assertEquals(5, through(gateway, upstream, "down").code());
      assertEquals(9, through(gateway, upstream, "refuse").code());
      assertEquals(14, through(gateway, upstream, "nonesuch").code());
      assertEquals(8, through(gateway, upstream, "short", "word ".repeat(100)).code());
    }
  }

  private Result through(NodeServer gateway, DemoServer upstream, String model, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("ask", "--base-url", gateway.url() + "/v1", "--max-retries", "0", "-m", model));
    args.addAll(List.of("-H", "x-portkey-provider: openai", "--key", "any"));
    args.addAll(List.of("-H", "x-portkey-custom-host: " + upstream.baseUrl()));
    args.addAll(List.of(more));
    args.add("hi");
    return new CliRun(home).run(args.toArray(new String[0]));
  }
}
