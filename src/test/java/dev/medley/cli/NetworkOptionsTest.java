package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.LoopbackModel;
import dev.medley.LoopbackProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies, certificates and secret headers from the command line to the wire. */
class NetworkOptionsTest {
  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  private static String config(String lab) {
    return "providers: {lab: {" + lab + "}}\n";
  }

  @Test
  void theVariableTheFileAndTheFlagReachTheProxy() throws Exception {
    try (LoopbackModel model = LoopbackModel.http();
        LoopbackProxy proxy = LoopbackProxy.wanting("Basic dXNlcjpwQHNz")) {
      String url = model.url("http://models.example", "/v1").toString();
      String way = "http://user:p%40ss@127.0.0.1:" + proxy.port();
      Result variable =
          cli().variable("HTTP_PROXY", way).run("ask", "--base-url", url, "-m", "m", "hi");
      Result flag = cli().run("ask", "--proxy", way, "--base-url", url, "-m", "m", "hi");
      cli().config("network: {proxy: '" + way + "'}");
      Result file = cli().run("ask", "--base-url", url, "-m", "m", "hi");
      for (Result result : List.of(variable, flag, file)) {
        assertEquals(new Result(0, "Hi\n", ""), result);
      }
      assertEquals(3, proxy.heads().size());
    }
  }

  @Test
  void simulatedModelsAreNobodyElsesBusiness() {
    assertEquals(0, cli().run("ask", "--proxy", "127.0.0.1:1", "-m", "demo/swift", "hi").code());
  }

  @Test
  void aWrongProxyIsAConfigurationProblemThatRepeatsNoPassword() {
    Result result =
        cli().run("ask", "-v", "--proxy", "https://user:hidden@p.test", "-m", "demo/swift", "hi");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("the value of --proxy asks for TLS"), result.err());
    assertFalse(result.err().contains("hidden"), result.err());
  }

  @Test
  void aFileWithoutCertificatesIsAConfigurationProblem() {
    Result result = cli().run("ask", "--cacert", "missing.pem", "-m", "demo/swift", "hi");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("--cacert: missing.pem does not exist"), result.err());
  }

  @Test
  void aProxyThatFailsShowsNoLogin() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.refusing("403 Forbidden")) {
      String way = "http://user:hidden@127.0.0.1:" + proxy.port();
      String[] ask = {"ask", "-v", "--json", "--proxy", way, "--max-retries", "0"};
      Result result = cli().run(with(ask, "--base-url", "https://models.example/v1"));
      assertEquals(7, result.code());
      assertTrue(result.err().contains("refuses to connect to models.example"), result.err());
      assertFalse((result.out() + result.err()).contains("hidden"), result.out() + result.err());
    }
  }

  @Test
  void aDeploymentOfAGatewayIsAddressedAsConfigured() throws Exception {
    try (LoopbackModel model = LoopbackModel.http()) {
      CliRun cli =
          cli()
              .variable("LAB_KEY", "sk-lab-1")
              .config(
                  config(
                      "base_url: '"
                          + model.url("http://localhost", "")
                          + "', key_env: LAB_KEY, key_header: api-key,"
                          + " api_version: 2024-10-21, deployment: mine"));
      assertEquals(new Result(0, "Hi\n", ""), cli.run("ask", "-m", "lab/gpt", "hi"));
      assertEquals(
          "/openai/deployments/mine/chat/completions?api-version=2024-10-21",
          model.requests().get(0).target());
      assertEquals(List.of("sk-lab-1"), model.requests().get(0).header("api-key"));
      assertEquals(List.of(), model.requests().get(0).header("Authorization"));
      String dry = cli.run("ask", "--dry-run", "-m", "lab/gpt", "hi").out();
      assertTrue(dry.contains("\"api-key\" : \"<env:LAB_KEY>\""), dry);
      assertTrue(dry.contains("/openai/deployments/mine/chat/completions?api-version"), dry);
    }
  }

  @Test
  void configuredHeadersAreSentAndNeverShown() throws Exception {
    try (LoopbackModel model = LoopbackModel.http()) {
      CliRun cli = secretive(model.url("http://localhost", "/v1").toString());
      assertEquals(0, cli.run("ask", "-v", "-m", "lab/m", "hi").code());
      assertEquals(List.of("Basic hidden-1"), model.requests().get(0).header("Authorization"));
      assertEquals(List.of("hidden-2"), model.requests().get(0).header("X-Team"));
      Result dry = cli.run("ask", "-v", "--dry-run", "-H", "X-Me: hidden-3", "-m", "lab/m", "hi");
      assertTrue(dry.out().contains("\"Authorization\" : \"<configured>\""), dry.out());
      assertTrue(dry.out().contains("\"X-Me\" : \"<configured>\""), dry.out());
      assertHidden(dry, cli.run("config", "show"), cli.run("ask", "-v", "-m", "lab/m", "hi"));
    }
  }

  @Test
  void configuredHeadersAreNotInErrorsEither() throws Exception {
    CliRun cli = secretive("http://127.0.0.1:1/v1");
    String[] ask = {"ask", "-v", "--json", "--max-retries", "0", "-H", "X-Me: hidden-3"};
    Result unreachable = cli.run(with(ask));
    assertEquals(7, unreachable.code());
    assertHidden(
        unreachable, cli.run("ask", "-v", "-H", "hidden-4 no header", "-m", "lab/m", "hi"));
    assertHidden(
        cli()
            .config(config("base_url: 'http://x', headers: {X-Team: \"hidden-5\\n\"}"))
            .run("config", "check"));
  }

  private CliRun secretive(String url) {
    return cli()
        .variable("LAB_KEY", "sk-lab-1")
        .config(
            config(
                "base_url: '"
                    + url
                    + "', key_env: LAB_KEY,"
                    + " headers: {Authorization: Basic hidden-1, X-Team: hidden-2}"));
  }

  private static String[] with(String[] args, String... more) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    all.addAll(List.of("-m", more.length == 0 ? "lab/m" : "m", "hi"));
    return all.toArray(new String[0]);
  }

  private static void assertHidden(Result... results) {
    for (Result result : results) {
      String all = result.out() + result.err();
      assertFalse(all.contains("hidden-") || all.contains("sk-lab"), all);
    }
  }
}
