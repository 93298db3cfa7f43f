package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be used says so once, knows nothing and is in nobody's way. */
class StoreTroubleTest {
  private static final ServedModel MODEL = new ServedModel("https://lab.test/v1", "one");
  private static final Health FAILED = Health.UNKNOWN.withFailures(List.of(Samples.NOON));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("history.db");
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    try (Store store = new Store(file, warnings::add)) {
      ModelHealth health = new ModelHealth(store);
      for (int i = 0; i < 3; i++) {
        assertEquals(Map.of(), health.of(List.of(MODEL)));
        health.update(MODEL, before -> FAILED);
        assertEquals(List.of(), health.resting(Samples.NOON));
      }
    }
    return warnings;
  }

  private void make() {
    try (Store store = new Store(file, why -> {})) {
      new ModelHealth(store).update(MODEL, before -> FAILED);
    }
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void somethingElse() throws Exception {
    Files.writeString(file, "This is not a database, and long enough to tell. ".repeat(100));
    assertEquals(List.of("it is damaged: move it away to begin anew"), warnings());
  }

  @Test
  void overwrittenInTheMiddle() throws Exception {
    make();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    assertEquals(List.of("it is damaged: move it away to begin anew"), warnings());
  }

  @Test
  void aFolderInItsPlace() throws Exception {
    Files.createDirectory(file);
    assertEquals(List.of("it cannot be opened"), warnings());
  }

  @Test
  void aFileInPlaceOfItsFolder() throws Exception {
    Files.writeString(folder.resolve("share"), "");
    file = folder.resolve("share").resolve("medley").resolve("history.db");
    assertEquals(1, warnings().size());
  }

  @Test
  void aFolderThatMayNotBeWrittenTo() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    locked.toFile().setWritable(false);
    Assumptions.assumeFalse(Files.isWritable(locked), "root may write everywhere");
    file = locked.resolve("history.db");
    assertEquals(List.of("no permission"), warnings());
  }

  @Test
  void lockedByAnother() throws Exception {
    make();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      List<String> warnings = new ArrayList<>();
      try (Store store = new Store(file, warnings::add)) {
        new ModelHealth(store).update(MODEL, before -> Health.UNKNOWN);
      }
      assertEquals(List.of("it is locked by another process"), warnings);
    }
  }

  @Test
  void ofANewerProgram() throws Exception {
    execute("PRAGMA user_version = 1000");
    assertEquals(List.of("it was written by a newer medley"), warnings());
  }

  @Test
  void fullDisk() throws Exception {
    make();
    List<String> warnings = new ArrayList<>();
    try (Store store = new Store(file, warnings::add)) {
      store.read(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("PRAGMA max_page_count = 1");
            }
          });
      Health large = FAILED.withFailures(Collections.nCopies(10_000, Samples.NOON));
      new ModelHealth(store).update(MODEL, before -> large);
    }
    assertEquals(List.of("the disk is full"), warnings);
  }

  @Test
  void aRowThatNobodyUnderstandsSaysNothing() throws Exception {
    make();
    execute(
        "UPDATE model_health SET failures = 'yesterday'",
        "INSERT INTO model_health VALUES ('u', 'two', '', 1, 9, 1, 3, 'boredom', '', NULL)");
    List<String> warnings = new ArrayList<>();
    try (Store store = new Store(file, warnings::add)) {
      ModelHealth health = new ModelHealth(store);
      assertEquals(Map.of(), health.of(List.of(MODEL, new ServedModel("u", "two"))));
      assertEquals(List.of(), health.resting(Instant.ofEpochMilli(5)));
    }
    assertEquals(List.of(), warnings);
  }
}
