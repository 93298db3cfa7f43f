package dev.medley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(Path home, int version) {
  private static final int OLDEST = 17;

  String java() {
    return home.resolve("bin/java").toString();
  }

  /** One of each version from 17 on, the one that runs this before any other of its version. */
  static List<Jdk> found() throws IOException {
    TreeMap<Integer, Jdk> all = new TreeMap<>();
    Path user = Path.of(System.getProperty("user.home"));
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"),
            user.resolve(".sdkman/candidates/java"),
            Path.of("/Library/Java/JavaVirtualMachines"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> homes = Files.list(folder)) {
          homes
              .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
              .flatMap(home -> of(home).stream())
              .forEach(jdk -> all.put(jdk.version, jdk));
        }
      }
    }
    of(Path.of(System.getProperty("java.home"))).ifPresent(jdk -> all.put(jdk.version, jdk));
    return List.copyOf(all.tailMap(OLDEST).values());
  }

  private static Optional<Jdk> of(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.substring(14).split("[^0-9]")[0])
          .map(version -> new Jdk(home, Integer.parseInt(version)))
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
