package dev.medley.cli;

import dev.medley.config.Environment;
import dev.medley.history.PastFile;
import dev.medley.render.Fence;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text from files, for prompts. */
final class TextFiles {
  private final Environment environment;
  private final Charset charset;
  private final List<PastFile> quoted = new ArrayList<>();

  TextFiles(Environment environment, Charset charset) {
    this.environment = environment;
    this.charset = charset;
  }

  /** The text itself, or of {@code @FILE} the file's. */
  String textOrFile(String value) {
    return value.startsWith("@") ? read(Path.of(value.substring(1))).strip() : value;
  }

  /** A file as a part of a prompt: its name, and its text in a fence that the text cannot close. */
  String fenced(Path path) {
    byte[] bytes = bytes(path);
    quoted.add(PastFile.of(PastFile.Kind.TEXT, resolved(path).toString(), bytes));
    return path.getFileName() + ":\n" + Fence.around(decoded(path, bytes));
  }

  /** What has become a part of a prompt so far. */
  List<PastFile> quoted() {
    return List.copyOf(quoted);
  }

  String read(Path path) {
    return decoded(path, bytes(path));
  }

  private String decoded(Path path, byte[] bytes) {
    FileSignature.of(bytes).ifPresent(kind -> refuse(path, kind));
    return TextDecoder.decode(bytes, charset, path.toString());
  }

  private Path resolved(Path path) {
    return environment.path(path.toString(), environment.workingFolder());
  }

  private byte[] bytes(Path path) {
    Path file = resolved(path);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw CommandFailed.usage("no such file: " + path, "check the path");
    } catch (IOException unreadable) {
      throw CommandFailed.usage(
          "cannot read " + path + (Files.isDirectory(file) ? ": it is a folder" : ""),
          "name a readable text file");
    }
  }

  private static void refuse(Path path, FileSignature kind) {
    throw CommandFailed.usage(
        path + " is " + kind.description() + ", not text", "attach it: -a " + path);
  }
}
