package dev.medley.history;

import dev.medley.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps runs as a command does, in a process of its own, and reports each once it is kept. */
final class WritingProcess {
  private WritingProcess() {}

  /**
   * @param name begins the ids of its runs
   * @param runs how many it keeps
   */
  static Process start(Path file, String name, int runs) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            file.toString(),
            name,
            Integer.toString(runs))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) {
    try (Store store = new Store(Path.of(args[0]), why -> {})) {
      History history = new History(store);
      history.open();
      Recorder recorder = Recorder.to(history, true);
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        String id = args[1] + "-" + i;
        recorder.keep(Kept.run(id, Instant.now(), "prompt " + i, "word ".repeat(200)));
        System.out.println(id);
      }
      recorder.finish().ifPresent(why -> System.out.println("trouble: " + why));
    }
  }
}
