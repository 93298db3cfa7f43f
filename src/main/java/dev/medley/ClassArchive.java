package dev.medley;

import dev.medley.history.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes a class-data archive, from which a JVM starts with our classes read, checked and linked:
 * half the time of a short command. From Java 24 on they are linked ahead, too (JEP 483); an AOT
 * cache proper would add method profiles (JEP 515), which cost such a short run more than they
 * give. Run by the build, and by the launcher in the background for a JVM that has none yet.
 */
final class ClassArchive {
  private static final String CLASSES = "classes";

  private static final String LOG = "log";
  private static final String ARCHIVE = "archive";
  private static final Duration NOT_AGAIN_FOR = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path archive;
  private final List<String> jvmOptions;

  /**
   * @param archive made all at once, in a folder beside it
   * @param jvmOptions as commands are started with: an archive holds for one way of running
   */
  private ClassArchive(Path archive, List<String> jvmOptions) {
    this.archive = archive.toAbsolutePath();
    this.jvmOptions = jvmOptions;
  }

  /** Arguments: where to, and the JVM's options. Exits with 0 when the archive is there. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> all = List.of(args);
    ClassArchive archive = new ClassArchive(Path.of(all.get(0)), all.subList(1, all.size()));
    boolean made = archive.make();
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    if (made && archive.archive.startsWith(jar.getParent())) {
      NativeLibrary.unpack(jar.resolveSibling("native"));
    }
    if (!made && Files.exists(archive.work().resolve(LOG))) {
      System.err.write(Files.readAllBytes(archive.work().resolve(LOG)));
    }
    System.exit(made ? 0 : 1);
  }

  private Path work() {
    return archive.resolveSibling(archive.getFileName() + ".work");
  }

  /** False: it cannot be had, or another process is at it, or was and failed not long ago. */
  private boolean make() throws IOException, InterruptedException {
    Files.createDirectories(archive.getParent());
    Path work = work();
    if (!begin(work)) {
      return false;
    }
    Path made = work.resolve(ARCHIVE);
    if (!record(work) || !assemble(work) || !Files.exists(made)) {
      return false; // the folder stays, and with it the news that this does not work here
    }
    Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    delete(work);
    deleteOlderBuilds();
    return true;
  }

  private static boolean begin(Path work) throws IOException {
    try {
      if (Files.exists(work)
          && Files.getLastModifiedTime(work)
              .toInstant()
              .isBefore(Instant.now().minus(NOT_AGAIN_FOR))) {
        delete(work);
      }
      Files.createDirectory(work);
      return true;
    } catch (FileAlreadyExistsException anotherProcess) {
      return false;
    }
  }

  /** Runs commands and notes which classes they load. */
  private boolean record(Path work) throws IOException, InterruptedException {
    Path home = Files.createDirectory(work.resolve("home"));
    List<String> options = List.of("-XX:DumpLoadedClassList=" + CLASSES);
    return java(work, options, List.of(TrainingRun.class.getName(), home.toString()));
  }

  private boolean assemble(Path work) throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Xshare:dump",
            "-XX:+AOTClassLinking",
            "-XX:SharedClassListFile=" + CLASSES,
            "-XX:SharedArchiveFile=" + ARCHIVE);
    return java(work, options, List.of());
  }

  private boolean java(Path work, List<String> options, List<String> command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvmOptions);
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(command);
    Process process =
        new ProcessBuilder(line)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(LOG).toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }

  /** An archive's name is the build, a space, and the JVM and place that it is for. */
  private void deleteOlderBuilds() throws IOException {
    String name = archive.getFileName().toString();
    int space = name.indexOf(' ');
    if (space < 0) {
      return;
    }
    try (Stream<Path> all = Files.list(archive.getParent())) {
      all.filter(file -> !file.getFileName().toString().equals(name))
          .filter(file -> file.getFileName().toString().endsWith(name.substring(space)))
          .forEach(ClassArchive::delete);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
