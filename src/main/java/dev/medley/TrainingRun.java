package dev.medley;

import dev.medley.cli.CommandTree;
import dev.medley.cli.Streams;
import dev.medley.cli.Streams.InputKind;
import dev.medley.config.Environment;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands that people run most, over http and https, so that a class-data archive learns
 * which classes they need. Everything happens on loopback and in a folder that is thrown away.
 */
final class TrainingRun {
  private static final String CONFIG =
      """
      default_model: plain
      models:
        plain: {id: demo/swift}
        careful: {id: demo/steady}
      groups: {both: [plain, careful]}
      tasks:
        summary: {model: plain}
      rules:
        - {task: summary, when: {any: [summarize]}}
        - {task: default}
      chains:
        default: {models: [demo/down, plain]}
      """;

  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "--version",
          "ask --help",
          "models",
          "config show",
          "templates list",
          "ask --no-stream hi",
          "ask --json hi",
          "route please summarize this",
          "compare -m @both hi",
          "compare -m @both --json hi",
          "fallback hi",
          "history list",
          "spend",
          "again");

  private final Path home;

  private TrainingRun(Path home) {
    this.home = home;
  }

  /** Argument: an empty folder, to be the home. Exits with 0 when every command did its work. */
  public static void main(String[] args)
      throws IOException, GeneralSecurityException, ClassNotFoundException {
    Class.forName(Main.class.getName());
    Wiring.ofProcess().close();
    Path home = Path.of(args[0]).toAbsolutePath();
    Path config = home.resolve(".config/medley/config.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(config, CONFIG);
    try (DemoServer demo = DemoServer.start(0, Pace.INSTANT);
        LoopbackTls tls = LoopbackTls.before(demo.baseUrl().getPort())) {
      Path certificate = Files.writeString(home.resolve("loopback.pem"), tls.certificate());
      String plain = demo.baseUrl().toString();
      String secure = "https://localhost:" + tls.port() + "/v1";
      TrainingRun run = new TrainingRun(home);
      COMMANDS.forEach(run::command);
      run.command("ask --base-url " + plain + " --key k -m swift -u hi");
      run.command(
          "ask --base-url " + secure + " --key k -m swift hi", "--cacert", certificate.toString());
    }
    System.exit(0);
  }

  private void command(String line, String... more) {
    List<String> args = new ArrayList<>(List.of(line.split(" ")));
    args.addAll(List.of(more));
    int code = run(args.toArray(String[]::new));
    if (code != 0) {
      System.err.println("training: medley " + String.join(" ", args) + " ended with " + code);
      System.exit(1);
    }
  }

  private int run(String... args) {
    Environment environment = new Environment(Map.of(), home, home, false);
    Streams streams =
        new Streams(
            new ByteArrayInputStream("some text".getBytes(StandardCharsets.UTF_8)),
            InputKind.PIPE,
            OutputStream.nullOutputStream(),
            false,
            System.err,
            false,
            0,
            0);
    try (Wiring wiring = new Wiring(environment, streams, Pace.INSTANT)) {
      return new CommandTree(wiring).run(args);
    }
  }
}
