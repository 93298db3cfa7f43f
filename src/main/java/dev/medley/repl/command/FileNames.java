package dev.medley.repl.command;

import dev.medley.config.Environment;
import dev.medley.repl.Completion;
import dev.medley.repl.Suggestion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of files that can be completed. */
final class FileNames {
  /** More than that nobody reads. */
  private static final int MOST = 500;

  static final Completion ANY =
      (chat, before, word) -> below(word, chat.surroundings().environment());

  private FileNames() {}

  /** What lies in the folder that the word names so far; hidden files only when asked for. */
  static List<Suggestion> below(String word, Environment environment) {
    String folder = word.substring(0, word.lastIndexOf('/') + 1);
    String begun = word.substring(folder.length());
    List<Suggestion> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            environment.path(folder.isEmpty() ? "." : folder, environment.workingFolder()))) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith("."))) {
          boolean inside = Files.isDirectory(file);
          found.add(new Suggestion(folder + name + (inside ? "/" : ""), "", "", !inside));
        }
        if (found.size() == MOST) {
          break;
        }
      }
    } catch (IOException | InvalidPathException nothingThere) {
      return List.of();
    }
    found.sort(Comparator.comparing(Suggestion::text));
    return found;
  }
}
