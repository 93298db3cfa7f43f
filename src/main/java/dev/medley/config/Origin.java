package dev.medley.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a value was written.
 *
 * @param source a file's path, a variable's name or a flag; empty for presets
 * @param line counted from 1; 0 where there is none
 */
public record Origin(Kind kind, String source, int line) {
  public static final Origin PRESET = new Origin(Kind.PRESET, "", 0);

  /** What kind of place it is. */
  public enum Kind {
    FILE,
    ENVIRONMENT,
    FLAG,
    PRESET
  }

  public static Origin file(String path, int line) {
    return new Origin(Kind.FILE, path, line);
  }

  public static Origin environment(String variable) {
    return new Origin(Kind.ENVIRONMENT, variable, 0);
  }

  public static Origin flag(String name) {
    return new Origin(Kind.FLAG, name, 0);
  }

  /** The folder of the file that it is written in: what a relative path there starts from. */
  Optional<Path> folder() {
    return kind == Kind.FILE ? Optional.ofNullable(Path.of(source).getParent()) : Optional.empty();
  }

  /** For people: {@code FILE:LINE}, {@code environment MEDLEY_X}, {@code flag --x}, preset. */
  public String label() {
    return switch (kind) {
      case FILE -> line > 0 ? source + ":" + line : source;
      case ENVIRONMENT -> "environment " + source;
      case FLAG -> "flag " + source;
      case PRESET -> "preset";
    };
  }
}
