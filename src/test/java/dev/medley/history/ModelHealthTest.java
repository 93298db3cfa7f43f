package dev.medley.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.medley.Samples;
import dev.medley.chat.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelHealthTest {
  private static final Instant NOON = Samples.NOON;
  private static final ServedModel ONE = CountingProcess.MODEL;
  private static final ServedModel TWO = new ServedModel("https://lab.test/v1", "two");

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Path file;
  private Store store;
  private ModelHealth health;

  @BeforeEach
  void open() {
    file = folder.resolve("share").resolve("medley").resolve("history.db");
    store = new Store(file, warnings::add);
    health = new ModelHealth(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Health resting(Instant since, long seconds) {
    Rest rest =
        new Rest(
            since,
            since.plusSeconds(seconds),
            Duration.ofSeconds(60),
            3,
            FailureKind.TIMEOUT_FIRST_TOKEN);
    return new Health(List.of(), Optional.of(rest), List.of(), Optional.empty());
  }

  private Map<ServedModel, Health> seenByAnother() {
    try (Store another = new Store(file, warnings::add)) {
      return new ModelHealth(another).of(List.of(ONE, TWO));
    }
  }

  @Test
  void lookingMakesNoFile() {
    assertEquals(Map.of(), health.of(List.of(ONE)));
    assertEquals(List.of(), health.resting(NOON));
    assertFalse(Files.exists(folder.resolve("share")));
  }

  @Test
  void whatOneProcessWritesAnotherReads() {
    Health failed =
        new Health(
            List.of(NOON, NOON.plusMillis(1)),
            Optional.empty(),
            List.of(NOON.plusMillis(2)),
            Optional.of(NOON.minusMillis(3)));
    Health rests = resting(NOON, 60);
    health.update(ONE, before -> failed);
    health.update(TWO, before -> rests);
    assertEquals(Map.of(ONE, failed, TWO, rests), seenByAnother());
    health.update(ONE, before -> Health.UNKNOWN);
    assertEquals(Map.of(TWO, rests), seenByAnother());
  }

  @Test
  void whoRestsIsListedInTheOrderInWhichTheyAreDue() {
    health.update(ONE, before -> resting(NOON, 600));
    health.update(TWO, before -> resting(NOON, 60));
    assertEquals(List.of(TWO, ONE), at(NOON.plusSeconds(59)));
    assertEquals(List.of(ONE), at(NOON.plusSeconds(60)));
    assertEquals(List.of(), at(NOON.minusSeconds(1)));
  }

  private List<ServedModel> at(Instant now) {
    return health.resting(now).stream().map(Resting::model).toList();
  }

  @Test
  void aQueryOfTheUrlIsNotKept() {
    assertEquals(ONE, ServedModel.at(URI.create("https://lab.test/v1?key=sk-secret#x"), "one"));
  }

  @Test
  void everythingIsTheOwnersAlone() throws Exception {
    Assumptions.assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX");
    health.update(ONE, before -> resting(NOON, 60));
    try (var files = Files.list(file.getParent())) {
      assertEquals(
          Map.of(
              "history.db",
              "rw-------",
              "history.db-shm",
              "rw-------",
              "history.db-wal",
              "rw-------"),
          files.collect(
              Collectors.toMap(f -> f.getFileName().toString(), ModelHealthTest::permissions)));
    }
    assertEquals("rwx------", permissions(file.getParent()));
    assertEquals("rwx------", permissions(file.getParent().getParent()));
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderMayHaveAnyName() {
    file = folder.resolve("what? 100% é #1; a=b").resolve("history.db");
    try (Store odd = new Store(file, warnings::add)) {
      new ModelHealth(odd).update(ONE, before -> resting(NOON, 60));
    }
    assertEquals(Map.of(ONE, resting(NOON, 60)), seenByAnother());
    assertEquals(List.of(), warnings);
  }

  @Test
  void noCountIsLostWhereManyCountAtOnce() throws Exception {
    int threads = 8;
    int each = 50;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<Void> counting =
          () -> {
            try (Store own = new Store(file, warnings::add)) {
              for (int i = 0; i < each; i++) {
                new ModelHealth(own).update(ONE, ModelHealthTest::oneMore);
              }
            }
            return null;
          };
      for (Future<Void> done :
          pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> counting).toList())) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(List.of(), warnings);
    assertEquals(threads * each, seenByAnother().get(ONE).failures().size());
  }

  @Test
  void noCountIsLostBetweenProcesses() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(CountingProcess.start(file, 25));
    }
    for (Process process : processes) {
      assertEquals("", new String(process.getInputStream().readAllBytes(), UTF_8));
      assertEquals(0, process.waitFor());
    }
    assertEquals(4 * 25, seenByAnother().get(CountingProcess.MODEL).failures().size());
  }

  static Health oneMore(Health before) {
    List<Instant> failures = new ArrayList<>(before.failures());
    failures.add(NOON);
    return before.withFailures(failures);
  }
}
