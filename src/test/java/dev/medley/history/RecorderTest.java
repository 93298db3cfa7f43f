package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Kept;
import dev.medley.Samples;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RecorderTest {
  private static final int MANY = 40;

  @TempDir private Path folder;

  @Test
  void oneOfManyIsKeptBesideTheWork() throws Exception {
    Path file = folder.resolve("history.db");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    try (Store store = new Store(file, why -> {});
        Store other = new Store(file, why -> {})) {
      other.open();
      Thread holder =
          new Thread(
              () ->
                  other.write(
                      connection -> {
                        locked.countDown();
                        awaited(free);
                        return true;
                      }));
      holder.start();
      awaited(locked);
      History history = new History(store);
      Recorder recorder = Recorder.to(history, true);
      for (int i = 0; i < MANY; i++) {
        recorder.keepAmongMany(Kept.run("run-" + i, Samples.NOON, "prompt", "answer"));
      }
      assertEquals(1, free.getCount(), "nobody waited for the store, which another holds");
      free.countDown();
      holder.join();
      assertEquals(Optional.empty(), recorder.finish());
      for (int i = 0; i < MANY; i++) {
        assertTrue(history.find("run-" + i).isPresent(), "run-" + i);
      }
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
