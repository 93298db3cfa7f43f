package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import dev.medley.LoopbackServer;
import dev.medley.WireScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, a key is in no output and in no file that was written. */
class KeyNeverShownTest {
  private static final String KEY = "sk-live-4f9c2b7ad1e8";
  private static final String ECHO = "you sent Authorization: Bearer ";

  @TempDir private Path home;

  static Stream<Arguments> scenarios() {
    return Stream.of(
        scenario("refused", "401 Unauthorized", "{\"error\":{\"message\":\"bad key\"}}"),
        scenario("the server echoes it", "401 Unauthorized", "{\"error\":\"" + ECHO + KEY + "\"}"),
        scenario("echoed in HTML", "502 Bad Gateway", "<title>" + ECHO + KEY + "</title>"),
        scenario("echoed as text", "400 Bad Request", ECHO + KEY),
        scenario("rate limit", "429 Too Many Requests", "{\"message\":\"slow down\"}"),
        scenario("server error", "500 Internal Server Error", ""),
        scenario("not JSON", "200 OK", "well, " + KEY),
        scenario("an error in an answer", "200 OK", "{\"error\":{\"message\":\"" + KEY + "\"}}"),
        scenario("redirect away", "307 Temporary Redirect\r\nLocation: http://127.0.0.2:1/x", ""));
  }

  private static Arguments scenario(String name, String status, String body) {
    return Arguments.of(name, status, body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void afterAFailingAnswer(String name, String status, String body) throws IOException {
    String answer =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\nConnection: close\r\n\r\n"
            + body;
    try (LoopbackServer server = LoopbackServer.running(WireScript.bytes(answer))) {
      everyWayOfAsking(server.url("/v1").toString());
      assertTrue(
          server.requests().stream()
              .anyMatch(r -> r.header("authorization").orElse("").equals("Bearer " + KEY)),
          "the key was never sent, so that this test shows nothing");
    }
  }

  @Test
  void afterAConnectionThatFails() throws IOException {
    everyWayOfAsking("http://127.0.0.1:1/v1");
  }

  @Test
  void inAHeaderOfTheConfiguration() throws IOException {
    CliRun cli =
        new CliRun(home)
            .config(
                "providers: {x: {base_url: \"http://127.0.0.1:1/v1\", headers: {X-Key: "
                    + KEY
                    + "}}}");
    for (List<String> line :
        List.of(
            List.of("ask", "-v", "--max-retries", "0", "-m", "x/y", "hi"),
            List.of("ask", "--dry-run", "-m", "x/y", "hi"),
            List.of("ask", "--json", "--max-retries", "0", "-m", "x/y", "hi"),
            List.of("config", "show", "--all"))) {
      assertHidden(cli.run(line.toArray(new String[0])));
    }
  }

  @Test
  void inAnAuthorizationHeaderOfWhichTheServerRepeatsTheKey() throws IOException {
    hiddenFrom("401 Unauthorized", "", "headers: {Authorization: \"Bearer " + KEY + "\"}");
  }

  @Test
  void inTheQueryOfABaseUrl() throws IOException {
    hiddenFrom("404 Not Found", "?api_key=" + KEY, "");
  }

  private void hiddenFrom(String status, String query, String more) throws IOException {
    String body = "{\"error\":{\"message\":\"not with " + KEY + "\"}}";
    String answer =
        "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status, body.length(), body);
    try (LoopbackServer server = LoopbackServer.running(WireScript.bytes(answer))) {
      CliRun cli = new CliRun(home);
      cli.config(
          "providers: {x: {base_url: \"%s%s\", %s}}".formatted(server.url("/v1"), query, more));
      for (List<String> line :
          List.of(
              List.of("ask", "-v", "--max-retries", "0", "-m", "x/y", "hi"),
              List.of("ask", "--dry-run", "-m", "x/y", "hi"),
              List.of("ask", "--json", "--max-retries", "0", "-m", "x/y", "hi"),
              List.of("config", "show", "--all"),
              List.of("history", "show", "last"),
              List.of("models", "--remote", "x"))) {
        assertHidden(cli.run(line.toArray(new String[0])));
      }
    }
  }

  @Test
  void inAConfigurationThatIsWrong() throws IOException {
    CliRun cli =
        new CliRun(home)
            .config("providers: {openai: {key: " + KEY + ", api_key: [" + KEY + "]}}\n");
    Result result = cli.run("ask", "-v", "hi");
    assertEquals(3, result.code());
    assertHiddenInOutput(result);
    assertHiddenInOutput(cli.run("config", "show", "--all"));
    assertHiddenInOutput(cli.run("config", "check"));
  }

  private void everyWayOfAsking(String url) throws IOException {
    List<String> where = List.of("--base-url", url, "-m", "m", "--max-retries", "0");
    CliRun cli = new CliRun(home).variable("THE_KEY", KEY);
    for (List<String> how :
        List.of(
            List.of("ask", "-v", "--key", "env:THE_KEY"),
            List.of("ask", "-v", "--key", KEY),
            List.of("ask", "--json", "--no-stream", "--key", KEY),
            List.of("ask", "--dry-run", "-v", "--key", KEY),
            List.of("compare", "-v", "--key", KEY),
            List.of("compare", "--json", "--key", KEY),
            List.of("fallback", "-v", "--key", KEY, "-m", "n"))) {
      assertHidden(
          cli.run(
              Stream.of(how, where, List.of("hi")).flatMap(List::stream).toArray(String[]::new)));
    }
  }

  private void assertHidden(Result result) throws IOException {
    assertHiddenInOutput(result);
    boolean sent = !result.out().contains("\"method\"");
    Path history = home.resolve(".local/share/medley/history.db");
    assertTrue(Files.exists(history) || !sent, "nothing was kept, so that this test shows nothing");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("config.yaml")) {
          assertFalse(
              Files.readString(file, StandardCharsets.ISO_8859_1).contains(KEY), file.toString());
        }
      }
    }
  }

  private static void assertHiddenInOutput(Result result) {
    assertFalse(result.out().contains(KEY), result.out());
    assertFalse(result.err().contains(KEY), result.err());
  }
}
