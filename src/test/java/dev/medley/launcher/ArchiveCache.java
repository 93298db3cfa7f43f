package dev.medley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a launcher has class-data archives made in the background. */
final class ArchiveCache {
  private static final int TRIES = 1_200;
  private static final long PAUSE_MS = 100;

  private ArchiveCache() {}

  /** Returns when there is one and nobody is at work any more, which is within two minutes. */
  static void await(Path cache) throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      List<String> names = names(cache.resolve("medley"));
      if (!names.isEmpty() && names.stream().noneMatch(name -> name.endsWith(".work"))) {
        return;
      }
      Thread.sleep(PAUSE_MS);
    }
    throw new AssertionError("no archive within two minutes: " + names(cache.resolve("medley")));
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
