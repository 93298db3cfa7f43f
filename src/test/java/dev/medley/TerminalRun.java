package dev.medley;

import static org.junit.jupiter.api.Assertions.fail;

import dev.medley.cli.CommandTree;
import dev.medley.cli.Streams;
import dev.medley.cli.Streams.InputKind;
import dev.medley.config.Environment;
import dev.medley.demo.Pace;
import dev.medley.repl.line.TerminalDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/**
 * Runs the program in this process at a terminal that is drawn in memory: what is typed goes
 * through a line discipline, and what can be seen is what a person would see.
 */
public final class TerminalRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScreenTerminal screen;
  private final LineDisciplineTerminal terminal;
  private final Wiring wiring;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  private TerminalRun(Path home, Size size, Map<String, String> variables, Pace pace) {
    try {
      var drawn =
          ScreenTerminal.withTerminal("test", "xterm-256color", size.getColumns(), size.getRows());
      screen = drawn.screen();
      terminal = drawn.terminal();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            InputKind.TERMINAL,
            terminal.output(),
            true,
            terminal.output(),
            true,
            size.getColumns(),
            size.getRows());
    wiring =
        new Wiring(new Environment(variables, home, home, false), streams, pace) {
          @Override
          public TerminalDoor terminal() {
            return () -> terminal;
          }
        };
  }

  /** At 80 columns and 24 rows; demo models answer at once. */
  public static TerminalRun of(Path home, String... args) {
    return of(home, Size.of(80, 24), Map.of("NO_COLOR", "1"), Pace.INSTANT, args);
  }

  public static TerminalRun of(
      Path home, Size size, Map<String, String> variables, Pace pace, String... args) {
    TerminalRun run = new TerminalRun(home, size, variables, pace);
    Thread program =
        new Thread(
            () -> {
              try {
                run.ended.complete(new CommandTree(run.wiring).run(args));
              } catch (Throwable thrown) {
                run.ended.completeExceptionally(thrown);
              }
            },
            "medley-under-test");
    program.setDaemon(true);
    program.start();
    return run;
  }

  /** Presses these keys, as a terminal would send them. */
  public TerminalRun type(String keys) {
    try {
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Types a line and presses Enter. */
  public TerminalRun enter(String line) {
    return type(line + "\r");
  }

  /** Holds Control and presses the key. */
  public TerminalRun control(char key) {
    return type(String.valueOf((char) (key & 0x1F)));
  }

  /** As a terminal pastes. */
  public TerminalRun paste(String text) {
    return type("\u001b[200~" + text.replace("\n", "\r") + "\u001b[201~");
  }

  public TerminalRun resize(int columns, int rows) {
    screen.setSize(Size.of(columns, rows));
    terminal.setSize(Size.of(columns, rows));
    terminal.raise(Terminal.Signal.WINCH);
    return this;
  }

  /** What can be seen, without the space at the ends of lines and below the last one. */
  public String screen() {
    return screen.toString().replaceAll("[ \\t]+(?=\\n|$)", "").stripTrailing();
  }

  /** Waits until this can be seen; whitespace counts as it is. */
  public String await(String text) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String seen = screen();
    while (!seen.contains(text)) {
      if (System.nanoTime() > until) {
        fail("not seen: " + text + "\n-- instead --\n" + seen);
      }
      changed();
      seen = screen();
    }
    return seen;
  }

  /** Waits until the screen ends with this, such as a prompt. */
  public String awaitEnd(String text) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String seen = screen();
    while (!seen.endsWith(text)) {
      if (System.nanoTime() > until) {
        fail("not at the end: " + text + "\n-- instead --\n" + seen);
      }
      changed();
      seen = screen();
    }
    return seen;
  }

  private void changed() {
    try {
      screen.waitDirty(20);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** Waits until the program is over; its exit code. */
  public int exitCode() {
    try {
      return ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | InterruptedException stuck) {
      return fail("still running\n-- the screen --\n" + screen(), stuck);
    } catch (ExecutionException thrown) {
      return fail(thrown.getCause());
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // Then it needs no closing.
    }
    wiring.cancellation().cancel();
    wiring.close();
  }
}
