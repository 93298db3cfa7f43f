package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the file of keys says.
 *
 * @param file whether it exists or not
 * @param entries by provider
 */
record StoredKeys(Path file, Map<String, Entry> entries) {
  private static final Set<PosixFilePermission> OWNERS_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /**
   * A key and what it is for.
   *
   * @param host as {@link StoredKey#hostOf} writes it
   */
  record Entry(String host, String key) {
    @Override
    public String toString() {
      return "Entry[" + host + "]";
    }
  }

  StoredKeys {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Reads the file, if there is one. */
  static StoredKeys read(Path file, Consumer<Problem> problems) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (Files.exists(file)) {
      Entries root = new YamlFile(file.toString(), problems).read(file);
      for (String name : root.entries().keySet()) {
        Section keys = new Section("", root, problems);
        entry(keys.section(name), keys.origin(name), problems)
            .ifPresent(entry -> entries.put(name, entry));
      }
    }
    return new StoredKeys(file, entries);
  }

  private static Optional<Entry> entry(Section section, Origin place, Consumer<Problem> problems) {
    Optional<String> host = section.text("host");
    Optional<String> key = section.text("key");
    if (host.isEmpty() || key.isEmpty()) {
      String remedy = "medley keys set writes it; delete the line to begin anew";
      problems.accept(Problem.of(place, section.path(), "needs a host and a key: " + remedy));
      return Optional.empty();
    }
    return Optional.of(new Entry(host.get(), key.get()));
  }

  Optional<Entry> of(String provider) {
    return Optional.ofNullable(entries.get(provider));
  }

  /** Whether others than the owner may read or write the file. */
  boolean open() {
    try {
      return Files.exists(file)
          && Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException unknown) {
      return false;
    }
  }
}
