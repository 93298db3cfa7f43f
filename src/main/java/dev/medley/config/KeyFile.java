package dev.medley.config;

import dev.medley.chat.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A key in a file.
 *
 * @param written the path as configured
 * @param base what a relative path starts from: the folder of the file that names it
 */
record KeyFile(String written, Path base, KeyOwner owner) implements KeyReference {
  private static final int LONGEST = 65_536;

  @Override
  public String describe() {
    return "file:" + written;
  }

  @Override
  public boolean present() {
    try {
      return Files.isReadable(path());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public String reveal() throws Unavailable {
    try (InputStream in = Files.newInputStream(path())) {
      return owner.key(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8), written);
    } catch (NoSuchFileException e) {
      throw owner.unavailable(written + " does not exist", "write the key into that file");
    } catch (IOException | InvalidPathException e) {
      throw owner.unavailable(
          written + " cannot be read (" + FileFault.words(e) + ")",
          "check the file's path and permissions");
    }
  }

  private Path path() {
    return owner.environment().path(written, base);
  }

  @Override
  public String toString() {
    return describe();
  }
}
