package dev.medley.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A key that a command prints, such as a password manager's. */
record KeyCommand(String command, Duration patience, KeyOwner owner) implements KeyReference {
  private static final int LONGEST = 65_536;

  KeyCommand(String command, KeyOwner owner) {
    this(command, Duration.ofSeconds(30), owner);
  }

  /** The command's first word: the rest may hold a secret. */
  @Override
  public String describe() {
    return "cmd:" + abridged(command);
  }

  static String abridged(String command) {
    String[] words = command.strip().split("\\s+", 2);
    return words.length == 1 ? words[0] : words[0] + " …";
  }

  @Override
  public boolean present() {
    return !command.isBlank();
  }

  @Override
  public String reveal() throws Unavailable {
    Process process = start();
    try {
      // Whatever it asks for, it does not get the prompt that may wait on our own stdin.
      process.getOutputStream().close();
      return finish(process);
    } catch (TimeoutException e) {
      throw failed("took longer than " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    } catch (IOException | ExecutionException e) {
      throw failed("could not be read");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws Unavailable {
    Environment environment = owner.environment();
    List<String> shell = environment.windows() ? List.of("cmd", "/c") : List.of("sh", "-c");
    ProcessBuilder builder = new ProcessBuilder(shell.get(0), shell.get(1), command);
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    try {
      return builder.start();
    } catch (IOException e) {
      throw failed("could not be started");
    }
  }

  private String finish(Process process)
      throws InterruptedException, ExecutionException, TimeoutException, Unavailable {
    CompletableFuture<String> out = reading(process.getInputStream());
    CompletableFuture<String> err = reading(process.getErrorStream());
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      String complaint = firstLine(err.get(1, TimeUnit.SECONDS));
      throw failed(
          "ended with "
              + process.exitValue()
              + (complaint.isEmpty() ? "" : " (" + complaint + ")"));
    }
    return owner.key(out.get(1, TimeUnit.SECONDS), "the answer of " + describe());
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            String text = new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
            stream.transferTo(OutputStream.nullOutputStream());
            return text;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String firstLine(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    String harmless = line.replaceAll("\\p{Cntrl}", "").strip();
    return harmless.substring(0, Math.min(200, harmless.length()));
  }

  private Unavailable failed(String how) {
    return owner.unavailable(describe() + " " + how, "run the command by hand to see what it says");
  }

  @Override
  public String toString() {
    return describe();
  }
}
