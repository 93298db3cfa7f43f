package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Kept;
import dev.medley.Samples;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large history answers at once. {@code -Dmedley.runs=100000} makes it large; {@code
 * -Dmedley.history=FILE} keeps it for a look.
 */
class LargeHistoryTest {
  private static final int RUNS = Integer.getInteger("medley.runs", 2_000);
  private static final int WORDS = 5_000;

  /** Of the thread's own processor time, whatever else the machine does. */
  private static final Duration BOUND = Duration.ofMillis(500);

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path folder;

  @Test
  void isSearchedInLessThanHalfASecond() {
    String named = System.getProperty("medley.history");
    Path file = named == null ? folder.resolve("history.db") : Path.of(named);
    try (Store store = new Store(file, why -> {})) {
      History history = new History(store);
      if (history.latest(Filter.ALL, 1).isEmpty()) {
        fill(store);
      }
      Filter failed = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), true);
      assertEquals(20, quick("a common word", () -> search(history, "word0", Filter.ALL)).size());
      assertEquals(1, quick("a rare word", () -> search(history, "needle", Filter.ALL)).size());
      assertEquals(0, quick("no such word", () -> search(history, "absent", Filter.ALL)).size());
      assertEquals(0, quick("two words", () -> search(history, "needle word0", failed)).size());
      assertEquals(20, quick("any ending", () -> search(history, "word12*", Filter.ALL)).size());
      assertEquals(0, quick("all, none fits", () -> search(history, "word0", failed)).size());
      assertEquals(1, quick("letter by letter", () -> search(history, "模型", Filter.ALL)).size());
      assertEquals(20, quick("the latest", () -> history.latest(Filter.ALL, 20)).size());
      assertEquals(0, quick("failed ones", () -> history.latest(failed, 20)).size());
    }
  }

  private static List<Found> search(History history, String words, Filter filter) {
    return history.search(new SearchWords(words), filter, 20);
  }

  private static <T> T quick(String what, Supplier<T> question) {
    long begin = THREAD.getCurrentThreadCpuTime();
    T answer = question.get();
    Duration taken = Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - begin);
    if (RUNS >= 100_000) {
      System.out.printf("%s: %d ms%n", what, taken.toMillis());
    }
    assertTrue(taken.compareTo(BOUND) < 0, what + " took " + taken.toMillis() + " ms");
    return answer;
  }

  private static void fill(Store store) {
    Random random = new Random(1);
    store.write(
        connection -> {
          for (int i = 0; i < RUNS; i++) {
            String prompt = i == RUNS / 2 ? "a needle, 「模型路由」" : text(random, 40);
            PastRun run = Kept.run("r" + i, Samples.NOON.plusSeconds(i), prompt, text(random, 120));
            RunColumns.insert(connection, run);
            AttemptColumns.insert(connection, run);
          }
          return RUNS;
        });
  }

  /** Few words are frequent, most are rare, as in a language. */
  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int rank = (int) Math.pow(WORDS, random.nextDouble()) - 1;
      text.append("word").append(rank).append(i % 12 == 11 ? ".\n" : " ");
    }
    return text.toString();
  }
}
