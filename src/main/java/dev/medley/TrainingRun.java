package dev.medley;

import dev.medley.cli.CommandTree;
import dev.medley.cli.Streams;
import dev.medley.cli.Streams.InputKind;
import dev.medley.config.Environment;
import dev.medley.demo.DemoServer;
import dev.medley.demo.Pace;
import dev.medley.repl.line.TerminalDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
      run.ended("chat", run.conversation());
      run.command("ask --base-url " + plain + " --key k -m swift -u hi");
      run.command(
          "ask --base-url " + secure + " --key k -m swift hi", "--cacert", certificate.toString());
    }
    System.exit(0);
  }

  private void command(String line, String... more) {
    List<String> args = new ArrayList<>(List.of(line.split(" ")));
    args.addAll(List.of(more));
    ended(String.join(" ", args), run(args.toArray(String[]::new)));
  }

  private void ended(String command, int code) {
    if (code != 0) {
      System.err.println("training: medley " + command + " ended with " + code);
      System.exit(1);
    }
  }

  /** At a terminal in memory: two prompts, a command, the end of input. */
  private int conversation() {
    TerminalDoor door = TerminalDoor.typing("hi\rhi again\r/cost\r\u0004");
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            InputKind.TERMINAL,
            OutputStream.nullOutputStream(),
            true,
            System.err,
            true,
            80,
            24);
    try (Wiring wiring =
        new Wiring(environment(), streams, Pace.INSTANT) {
          @Override
          public TerminalDoor terminal() {
            return door;
          }
        }) {
      return new CommandTree(wiring).run("chat", "-m", "plain");
    }
  }

  private Environment environment() {
    return new Environment(Map.of(), home, home, false);
  }

  private int run(String... args) {
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
    try (Wiring wiring = new Wiring(environment(), streams, Pace.INSTANT)) {
      return new CommandTree(wiring).run(args);
    }
  }
}
