package dev.medley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs shell lines with the packaged program on the path, an empty home, and nothing else. */
public final class Shell {
  public static final Path PROGRAM = Path.of("target/medley").toAbsolutePath();
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();

  public Shell(Path home) {
    this.home = home;
    variables.put("HOME", home.toString());
    // Class-data archives are made there, in the background: not in a folder that is soon deleted.
    variables.put("XDG_CACHE_HOME", PROGRAM.resolveSibling("it-cache").toString());
    variables.put("LANG", "C.UTF-8");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put(
        "PATH", PROGRAM.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin:" + home.resolve("tools"));
  }

  public record Result(int code, String out, String err) {}

  public Shell variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Runs one line of POSIX shell in the home folder. */
  public Result run(String line) {
    Path out = home.resolve(".stdout");
    Path err = home.resolve(".stderr");
    try {
      Process process = start(line, out, err);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end within a minute: " + line);
      }
      return new Result(process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process start(String line, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder
        .directory(home.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
