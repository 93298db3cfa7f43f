package dev.medley.cli;

import dev.medley.config.Environment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text from files, for prompts. */
final class TextFiles {
  private final Environment environment;
  private final Charset charset;

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
    String text = read(path).stripTrailing();
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return path.getFileName() + ":\n" + fence + "\n" + text + "\n" + fence;
  }

  String read(Path path) {
    Path file = environment.path(path.toString(), environment.workingFolder());
    try {
      byte[] bytes = Files.readAllBytes(file);
      FileSignature.of(bytes).ifPresent(kind -> refuse(path, kind));
      return TextDecoder.decode(bytes, charset, path.toString());
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
