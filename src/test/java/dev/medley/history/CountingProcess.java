package dev.medley.history;

import java.io.IOException;
import java.nio.file.Path;

/** Counts failures of one model, in a process of its own. */
final class CountingProcess {
  static final ServedModel MODEL = new ServedModel("https://lab.test/v1", "one");

  private CountingProcess() {}

  static Process start(Path file, int times) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            CountingProcess.class.getName(),
            file.toString(),
            Integer.toString(times))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) {
    try (Store store = new Store(Path.of(args[0]), System.out::println)) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        new ModelHealth(store).update(MODEL, ModelHealthTest::oneMore);
      }
    }
  }
}
