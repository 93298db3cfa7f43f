package dev.medley.cli;

import dev.medley.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * A file that an answer goes to: all of it or nothing. What is not a regular file, such as a named
 * pipe, is written to directly.
 *
 * @param name as the user wrote it
 */
record OutputFile(String name, Path path) {
  /** Refuses what could not be written later, when the answer is there and paid for. */
  static OutputFile of(String name, Environment environment) {
    try {
      Path path = environment.path(name, environment.workingFolder()).toAbsolutePath();
      if (Files.isDirectory(path)) {
        throw CommandFailed.usage(name + " is a folder", "name a file in it");
      }
      Path real = Files.exists(path) ? path.toRealPath() : path;
      Path folder = real.getParent();
      if (!Files.isDirectory(folder)) {
        throw CommandFailed.usage("no folder for " + name, "make it first: mkdir -p …");
      }
      boolean file = !Files.exists(real) || Files.isWritable(real);
      if (!file || !direct(real) && !Files.isWritable(folder)) {
        throw unwritable(name);
      }
      return new OutputFile(name, real);
    } catch (IOException | InvalidPathException unusable) {
      throw unwritable(name);
    }
  }

  private static CommandFailed unwritable(String name) {
    return CommandFailed.usage("cannot write " + name, "check the path and its permissions");
  }

  private static boolean direct(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /** Ends with a line end, as on standard output. */
  void write(String answer) throws IOException {
    String text = answer.endsWith("\n") ? answer : answer + "\n";
    if (direct(path)) {
      Files.writeString(path, text, StandardOpenOption.WRITE);
      return;
    }
    Path part = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
      keepPermissions(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void keepPermissions(Path part) throws IOException {
    if (Files.exists(path)
        && Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(path));
    }
  }
}
