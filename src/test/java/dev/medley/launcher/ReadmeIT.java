package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line of the README and of the pages below docs holds. In a block {@code sh}, each line is a
 * command that ends well; in a block {@code console}, what follows a command is what it prints, but
 * for figures, and … stands for any number of lines. A block {@code yaml} is a configuration.
 * Providers are played by a server on loopback.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs POSIX shell")
class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|console|yaml)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TempDir private Path home;

  @Test
  void everyCommandRunsAndPrintsWhatIsShown() throws IOException {
    assumeTrue(new Shell(home).run("command -v git").code() == 0, "there is no git");
    HttpServer server = provider();
    try {
      String address = "127.0.0.1:" + server.getAddress().getPort();
      prepare();
      List<String> wrong = new ArrayList<>();
      for (Path page : pages()) {
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
          check(block.group(1), block.group(2), address, page.getFileName() + ": ", wrong);
        }
      }
      assertEquals(List.of(), wrong);
    } finally {
      server.stop(0);
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private void check(String kind, String text, String address, String page, List<String> wrong)
      throws IOException {
    switch (kind) {
      case "yaml" -> yaml(text, page, wrong);
      case "sh" ->
          text.lines()
              .filter(line -> !line.isBlank() && !line.matches("(export|#| +#).*"))
              .forEach(line -> expect(line, address, "", page, wrong));
      default -> {
        for (String one : text.split("(?m)^\\$ ")) {
          if (!one.isBlank()) {
            int end = one.indexOf('\n');
            expect(one.substring(0, end), address, one.substring(end + 1), page, wrong);
          }
        }
      }
    }
  }

  private void expect(
      String command, String address, String shown, String page, List<String> wrong) {
    Matcher code = Pattern.compile("# exit (\\d+)").matcher(command);
    int expected = code.find() ? Integer.parseInt(code.group(1)) : 0;
    Shell.Result result =
        new Shell(home)
            .variable("OPENAI_API_KEY", "sk-readme")
            .variable("TOKENBAY_API_KEY", "sk-readme")
            .variable("OPENAI_BASE_URL", "http://" + address + "/v1")
            .run("{ " + command.replace("localhost:11434", address) + "\n} 2>&1");
    if (result.code() != expected) {
      wrong.add(page + command + ": exit code " + result.code() + ", " + result.out());
    } else if (!shown.isEmpty() && !pattern(shown).matcher(plain(result.out())).matches()) {
      wrong.add(page + command + " prints\n" + result.out() + "and not\n" + shown);
    }
  }

  /** Figures, and the widths that they need, differ from run to run. */
  private static String plain(String text) {
    return text.replaceAll("[\\d][\\d.,:]*", "0").replaceAll("[ *─]+", " ").strip();
  }

  private static Pattern pattern(String shown) {
    StringBuilder pattern = new StringBuilder();
    for (String line : plain(shown).split("\n")) {
      pattern.append(pattern.isEmpty() ? "" : "\\s*");
      pattern.append(line.strip().equals("…") ? "(?s:.*)" : Pattern.quote(line.strip()));
    }
    return Pattern.compile(pattern.toString().replace("…", "\\E(?s:.*)\\Q"));
  }

  private void yaml(String text, String page, List<String> wrong) throws IOException {
    Path file = home.resolve("shown.yaml");
    Files.writeString(file, text);
    Shell.Result result =
        new Shell(home)
            .variable("TOKENBAY_API_KEY", "x")
            .run("medley config check --config shown.yaml 2>&1");
    if (result.code() != 0) {
      wrong.add(page + text + result.out());
    }
  }

  private void prepare() throws IOException {
    Files.write(home.resolve("photo.png"), Base64.getDecoder().decode(PNG));
    Files.writeString(
        home.resolve("person.json"),
        "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}},\"required\":[\"age\"]}");
    Files.writeString(home.resolve("cases.csv"), "land,capital\nFrance,Paris\nItaly,Rome\n");
    Files.writeString(home.resolve("report.txt"), "Sales rose by 4 % in the third quarter.\n");
    Path examples = Files.createDirectories(home.resolve("examples"));
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      for (Path file : files.toList()) {
        Files.copy(file, examples.resolve(file.getFileName()));
      }
    }
    Path tools = Files.createDirectories(home.resolve("tools"));
    Files.writeString(tools.resolve("jq"), "#!/bin/sh\ncat\n");
    assertTrue(tools.resolve("jq").toFile().setExecutable(true));
    Shell.Result made =
        new Shell(home)
            .run(
                "git init -q . && git config user.email a@b.c && git config user.name a"
                    + " && git add report.txt && git commit -qm 'A report' && echo more >> report.txt");
    assertEquals(0, made.code(), made.err());
  }

  /** Answers in a way that fits whatever was asked. */
  private static HttpServer provider() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ReadmeIT::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean json = asked.contains("response_format");
    String text = json ? "{\\\"age\\\": 31}" : "```sh\\nfind . -name '*.java'\\n```";
    String body =
        exchange.getRequestMethod().equals("GET")
            ? "{\"data\":[{\"id\":\"gpt-4o-mini\"},{\"id\":\"llama3.2\"}]}"
            : "{\"choices\":[{\"message\":{\"content\":\""
                + text
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":7}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        200, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (!exchange.getRequestMethod().equals("HEAD")) {
        out.write(bytes);
      }
    }
  }
}
