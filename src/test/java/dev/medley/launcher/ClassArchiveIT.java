package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.launcher.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts come from the class-data archive that fits the JVM, and go on without. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "drives the POSIX launcher")
class ClassArchiveIT {
  private static final String MAIN_FROM_ARCHIVE = "dev.medley.Main source: shared objects file";
  private static final List<String> EVERYDAY =
      List.of(
          "--help",
          "models",
          "config show --all",
          "templates list",
          "ask -m demo/swift --dry-run hi",
          "ask -m demo/swift hi",
          "ask -m demo/swift --no-stream --json hi",
          "route --dry-run -m demo/swift hi",
          "compare -m demo/swift,demo/steady hi",
          "fallback -m demo/down,demo/swift hi",
          "models --remote demo",
          "completion bash",
          "doctor demo");

  @TempDir private Path home;

  private Shell shell() {
    return new Shell(home);
  }

  /** What a JVM says it loads, from where. */
  private String loads(Shell shell, String program) throws IOException {
    Result result =
        shell
            .variable("MEDLEY_JAVA_OPTS", "-Xlog:class+load:file=loads.txt")
            .run(program + " config path");
    assertEquals(0, result.code(), result.err());
    return Files.readString(home.resolve("loads.txt"));
  }

  @Test
  void theBuildMakesOneForItsOwnJvm() throws IOException {
    assertTrue(loads(shell(), "medley").contains(MAIN_FROM_ARCHIVE));
  }

  /** A JVM takes a colon for the end of an archive's name, and does not start. */
  @Test
  void goesWithoutWhereNamesCannotBeTold() throws IOException {
    Shell shell = shell().variable("XDG_CACHE_HOME", home.resolve("a:b").toString());
    assertEquals(0, shell.run("cp -r '" + Shell.PROGRAM + "' copy").code());
    assertFalse(loads(shell, "copy/bin/medley").contains(MAIN_FROM_ARCHIVE));
    assertFalse(Files.exists(home.resolve("a:b")));
  }

  @Test
  void goesWithoutWhenToldTo() throws IOException {
    String loads = loads(shell().variable("MEDLEY_NO_CDS", "1"), "medley");
    assertTrue(loads.contains("dev.medley.Main source: "));
    assertFalse(loads.contains(MAIN_FROM_ARCHIVE));
  }

  /**
   * Elsewhere, or under another JVM, one start goes without and has one made for the next. What was
   * cut out of the jar is missed by no command there, either.
   */
  @Test
  void makesOneForAnotherJvmOrPlaceInTheBackground() throws IOException, InterruptedException {
    Path cache = Files.createDirectory(home.resolve("cache"));
    Path java = newest().orElse(Path.of(System.getProperty("java.home")));
    Shell shell =
        shell().variable("XDG_CACHE_HOME", cache.toString()).variable("JAVA_HOME", java.toString());
    Result copied = shell.run("cp -r '" + Shell.PROGRAM + "' 'my tools'");
    assertEquals(0, copied.code(), copied.err());
    assertFalse(loads(shell, "'my tools/bin/medley'").contains(MAIN_FROM_ARCHIVE));
    ArchiveCache.await(cache);
    assertTrue(loads(shell, "'my tools/bin/medley'").contains(MAIN_FROM_ARCHIVE));
    everyCommandRuns(shell.variable("MEDLEY_JAVA_OPTS", ""), "'my tools/bin/medley' ");
  }

  private static void everyCommandRuns(Shell shell, String program) {
    for (String line : EVERYDAY) {
      Result result = shell.run(program + line);
      assertEquals(0, result.code(), line + "\n" + result.err());
      assertFalse(result.err().contains("WARNING"), line + "\n" + result.err());
    }
  }

  @Test
  void everyCommandRuns() {
    everyCommandRuns(shell(), "medley ");
  }

  /** Of the JDKs where Linux keeps them, the one of the highest version, if it is not ours. */
  private static Optional<Path> newest() throws IOException {
    Path folder = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
          .max(Comparator.comparingInt(ClassArchiveIT::version))
          .filter(jdk -> version(jdk) > Runtime.version().feature());
    }
  }

  private static int version(Path jdk) {
    try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
