package dev.medley.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, which the driver otherwise unpacks from the jar at every start. It looks
 * for one in the folder {@code org.sqlite.lib.path} first.
 */
public final class NativeLibrary {
  private NativeLibrary() {}

  /** Puts the library for this platform there; where the driver has none, nothing happens. */
  public static void unpack(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource)) {
      if (packed != null) {
        Files.createDirectories(folder);
        Files.copy(packed, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
