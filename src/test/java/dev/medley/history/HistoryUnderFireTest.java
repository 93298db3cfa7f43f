package dev.medley.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many processes at once, and processes that are killed. More of both with {@code
 * -Dmedley.writers=50} and {@code -Dmedley.kills=100}.
 */
class HistoryUnderFireTest {
  private static final int WRITERS = Integer.getInteger("medley.writers", 4);
  private static final int RUNS_EACH = 20;
  private static final int KILLS = Integer.getInteger("medley.kills", 2);
  private static final int ENDLESS = 1_000_000;

  @TempDir private Path folder;

  @Test
  void everyRunOfManyProcessesIsThere() throws Exception {
    Path file = folder.resolve("history.db");
    List<Process> processes = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    for (int p = 0; p < WRITERS; p++) {
      processes.add(WritingProcess.start(file, "p" + p, RUNS_EACH));
      for (int i = 0; i < RUNS_EACH; i++) {
        expected.add("p" + p + "-" + i);
      }
    }
    Set<String> reported = new TreeSet<>();
    for (Process process : processes) {
      new String(process.getInputStream().readAllBytes(), UTF_8).lines().forEach(reported::add);
      assertEquals(0, process.waitFor());
    }
    assertEquals(expected, reported);
    assertEquals(expected, new TreeSet<>(ids(file)));
    assertEquals(expected.size(), attempts(file));
  }

  /** Each is killed at another moment: while it opens, waits, writes or reports. */
  @Test
  void whatWasReportedOutlivesAKill() throws Exception {
    Path file = folder.resolve("history.db");
    Random random = new Random(7);
    Set<String> reported = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = WritingProcess.start(file, "k" + kill, ENDLESS);
      reported.addAll(reportedUntilKilled(process, random.nextInt(40), random.nextInt(3_000)));
      Set<String> there = new HashSet<>(ids(file));
      Set<String> missing = new HashSet<>(reported);
      missing.removeAll(there);
      assertEquals(Set.of(), missing, "after kill " + kill);
    }
    assertTrue(reported.size() > KILLS, "nothing was reported, so that this shows nothing");
    assertEquals(ids(file).size(), attempts(file));
  }

  /** Reads some reports, then lets it run on for so many microseconds. */
  private static Set<String> reportedUntilKilled(Process process, int reports, int micros)
      throws IOException, InterruptedException {
    Set<String> reported = new HashSet<>();
    BufferedReader reader = process.inputReader(UTF_8);
    for (int i = 0; i < reports; i++) {
      reported.add(reader.readLine());
    }
    long end = System.nanoTime() + micros * 1_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    // Not destroyForcibly: that would close the stream with the last reports in it.
    process.toHandle().destroyForcibly();
    List<String> rest = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      rest.add(line);
    }
    // The last one may have been cut in the middle: it was not reported.
    reported.addAll(rest.subList(0, Math.max(0, rest.size() - 1)));
    process.waitFor();
    return reported;
  }

  private static List<String> ids(Path file) throws Exception {
    try (Store store = new Store(file, why -> fail("it cannot be opened: " + why))) {
      store.open();
    }
    List<String> ids = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
        assertEquals("ok", check.getString(1));
      }
      for (ResultSet row = statement.executeQuery("SELECT id FROM runs"); row.next(); ) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private static int attempts(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM attempts")) {
      return row.getInt(1);
    }
  }
}
