package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in a real terminal; skipped where there is no tmux. */
class TmuxIT {
  private static final Path PROGRAM = Path.of("target/medley/bin/medley").toAbsolutePath();
  private static final String COMPARE =
      " compare -n -m demo/swift,demo/steady,demo/sage 'Explain SQLite indexes'; echo code=$?";

  @TempDir private Path home;

  /** A server that is told to end may still hold its socket when the next one begins. */
  private String socket = "s";

  @BeforeEach
  void needsTmux() {
    try {
      assumeTrue(new ProcessBuilder("tmux", "-V").start().waitFor() == 0, "no tmux");
    } catch (IOException | InterruptedException missing) {
      assumeTrue(false, "no tmux");
    }
  }

  @AfterEach
  void end() {
    tmux("kill-server");
  }

  @Test
  void columnsAreShownLiveAndStayOnceInTheHistory() {
    for (int columns : new int[] {80, 200}) {
      socket = "s" + columns;
      open(columns, 24, COMPARE);
      await(screen -> screen.contains("Ctrl-C stops"), false);
      String end = await(TmuxIT::ended, true);
      assertTrue(end.contains("code=0"), end);
      assertEquals(1, count(end, "least important half"), end);
      assertEquals(1, count(end, "demo/sage is a simulated model"), end);
      assertEquals(0, count(end, "Ctrl-C stops"), end);
      assertTrue(end.lines().allMatch(line -> line.length() <= columns), end);
      tmux("kill-server");
    }
  }

  @Test
  void aResizeWrapsAnewAndAnInterruptKeepsWhatIsThere() {
    open(130, 24, COMPARE);
    await(screen -> screen.contains("answering") || screen.contains("thinking"), false);
    tmux("resize-window", "-t", "t", "-x", "84", "-y", "20");
    await(screen -> screen.lines().anyMatch(line -> line.startsWith("demo/sage")), false);
    tmux("send-keys", "-t", "t", "C-c");
    String end = await(TmuxIT::ended, true);
    assertTrue(end.contains("code=130"), end);
    assertTrue(end.contains("interrupted"), end);
    assertTrue(end.lines().anyMatch(line -> line.startsWith("model ")), end);
    assertEquals(0, count(end, "Ctrl-C stops"), end);
  }

  private void open(int columns, int rows, String command) {
    tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-s",
        "t",
        "-x",
        columns + "",
        "-y",
        rows + "",
        "sh");
    tmux("send-keys", "-t", "t", "env HOME=" + home + " " + PROGRAM + command, "Enter");
  }

  private String await(Predicate<String> wanted, boolean history) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String seen = "";
    while (System.nanoTime() < deadline) {
      seen = tmux("capture-pane", "-p", "-t", "t", "-S", history ? "-200" : "0");
      if (wanted.test(seen)) {
        return seen;
      }
    }
    throw new AssertionError("not seen in time; there is:\n" + seen);
  }

  private static boolean ended(String screen) {
    return screen.lines().anyMatch(line -> line.matches("code=\\d+"));
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private String tmux(String... args) {
    try {
      List<String> command =
          new ArrayList<>(List.of("tmux", "-S", home.resolve(socket).toString()));
      command.addAll(List.of(args));
      Process tmux = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      tmux.waitFor(10, TimeUnit.SECONDS);
      return out;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
