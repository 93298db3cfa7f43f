package dev.medley.render.terminal.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * The window of the terminal that controls the process; asked for again when it says it changed.
 */
public final class SystemWindow implements Window {
  private static final File TERMINAL = new File("/dev/tty");

  private Size size;
  private volatile boolean changed;

  /**
   * @param now as it was when the process started
   */
  public SystemWindow(Size now) {
    size = now;
    Signals.register("WINCH", () -> changed = true);
  }

  @Override
  public synchronized Size size() {
    if (changed) {
      changed = false;
      size = read().orElse(size);
    }
    return size;
  }

  /** A terminal library would ask for the same, after a start of a hundred milliseconds. */
  private static Optional<Size> read() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      String[] words =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split(" ");
      boolean told = stty.waitFor(1, TimeUnit.SECONDS) && words.length == 2;
      return told
          ? Optional.of(new Size(Integer.parseInt(words[1]), Integer.parseInt(words[0])))
          : Optional.empty();
    } catch (IOException | NumberFormatException unknown) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
