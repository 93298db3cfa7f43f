package dev.medley;

import dev.medley.cli.CommandTree;
import dev.medley.cli.HiddenInput;
import dev.medley.cli.Streams;
import dev.medley.cli.Streams.InputKind;
import dev.medley.config.Environment;
import dev.medley.demo.Pace;
import dev.medley.repl.line.TerminalDoor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/**
 * Runs the program in this process as {@code main} would, with a home folder, environment and
 * streams of its own. Demo models answer at once.
 */
public final class CliRun {
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();
  private InputStream in = InputStream.nullInputStream();
  private InputKind inputKind = InputKind.NONE;
  private String typed;
  private String keys = "";
  private OutputStream brokenOut;
  private boolean outIsTerminal;
  private boolean errIsTerminal;
  private int columns = 80;

  /**
   * @param home an empty folder: the home and the working folder of the run
   */
  public CliRun(Path home) {
    this.home = home;
  }

  /** What a run left behind. */
  public record Result(int code, String out, String err) {}

  public CliRun variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  public CliRun piped(String text) {
    return piped(text.getBytes(StandardCharsets.UTF_8));
  }

  public CliRun piped(byte[] bytes) {
    return input(new ByteArrayInputStream(bytes), InputKind.PIPE);
  }

  public CliRun input(InputStream stream, InputKind kind) {
    in = stream;
    inputKind = kind;
    return this;
  }

  /** Someone sits at the terminal and types this where it is not shown. */
  public CliRun typing(String hidden) {
    typed = hidden;
    return input(InputStream.nullInputStream(), InputKind.TERMINAL);
  }

  /** Someone sits at the terminal and presses these keys when asked. */
  public CliRun pressing(String some) {
    keys = some;
    return input(InputStream.nullInputStream(), InputKind.TERMINAL).onTerminal();
  }

  /** Standard output and error are a terminal. */
  public CliRun onTerminal() {
    outIsTerminal = true;
    errIsTerminal = true;
    return this;
  }

  /** Standard output and error are a terminal of this width. */
  public CliRun onTerminal(int width) {
    columns = width;
    return onTerminal();
  }

  /** Whoever reads standard output goes away after so many bytes. */
  public CliRun readerLeavesAfter(int bytes) {
    brokenOut = new ClosingPipe(bytes, "Broken pipe");
    return this;
  }

  /** The disk that standard output is written to is full after so many bytes. */
  public CliRun diskFullAfter(int bytes) {
    brokenOut = new ClosingPipe(bytes, "No space left on device");
    return this;
  }

  public CliRun config(String yaml) {
    return file(".config/medley/config.yaml", yaml);
  }

  public CliRun file(String path, String text) {
    try {
      Path file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            in,
            inputKind,
            brokenOut == null ? out : brokenOut,
            outIsTerminal,
            err,
            errIsTerminal,
            outIsTerminal ? columns : 0,
            outIsTerminal ? 24 : 0);
    Environment environment = new Environment(variables, home, home, false);
    try (Wiring wiring = wiring(environment, streams, err)) {
      int code = new CommandTree(wiring).run(args);
      return new Result(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  private Wiring wiring(Environment environment, Streams streams, ByteArrayOutputStream err) {
    return new Wiring(environment, streams, Pace.INSTANT) {
      @Override
      public HiddenInput hiddenInput() {
        return prompt -> {
          err.writeBytes(prompt.getBytes(StandardCharsets.UTF_8));
          return Optional.ofNullable(typed);
        };
      }

      @Override
      public TerminalDoor terminal() {
        return CliRun.this::keyboard;
      }

      @Override
      public RandomGenerator random() {
        return new SplittableRandom(1);
      }
    };
  }

  /**
   * Each time it is opened the next key is there; after the last one, whoever sat there is gone.
   */
  private Terminal keyboard() throws IOException {
    String next = keys.isEmpty() ? "" : keys.substring(0, 1);
    keys = keys.substring(next.length());
    return new DumbTerminal(
        "keyboard",
        "dumb",
        new ByteArrayInputStream(next.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        StandardCharsets.UTF_8);
  }

  private static final class ClosingPipe extends OutputStream {
    private final String fault;
    private int left;

    ClosingPipe(int bytes, String fault) {
      left = bytes;
      this.fault = fault;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- <= 0) {
        throw new IOException(fault);
      }
    }
  }
}
