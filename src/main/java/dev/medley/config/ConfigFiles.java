package dev.medley.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files are. */
public final class ConfigFiles {
  private static final String PROJECT_FILE = ".medley.yaml";

  private ConfigFiles() {}

  /**
   * The user's file, whether it exists or not.
   *
   * @param named by whom, when someone asked for this very file; it must then exist
   */
  public record UserFile(Path path, Optional<Origin> named) {}

  /** {@code --config}, else {@code MEDLEY_CONFIG}, else the usual place. */
  public static UserFile userFile(Environment environment, Optional<Path> flag) {
    if (flag.isPresent()) {
      Path path = environment.path(flag.get().toString(), environment.workingFolder());
      return new UserFile(path, Optional.of(Origin.flag("--config")));
    }
    return environment
        .variable("MEDLEY_CONFIG")
        .flatMap(written -> path(environment, written))
        .map(path -> new UserFile(path, Optional.of(Origin.environment("MEDLEY_CONFIG"))))
        .orElseGet(
            () ->
                new UserFile(
                    UsualFolder.CONFIG.in(environment).resolve("medley").resolve("config.yaml"),
                    Optional.empty()));
  }

  /** The nearest project file, from the working folder up to the home folder or the root. */
  public static Optional<Path> projectFile(Environment environment) {
    Path folder = environment.workingFolder();
    while (folder != null) {
      Path file = folder.resolve(PROJECT_FILE);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      folder = folder.equals(environment.home()) ? null : folder.getParent();
    }
    return Optional.empty();
  }

  /** Where keys are stored: always the usual place, whichever configuration is in use. */
  static Path keysFile(Environment environment) {
    return UsualFolder.CONFIG.in(environment).resolve("medley").resolve("keys.yaml");
  }

  private static Optional<Path> path(Environment environment, String written) {
    try {
      return Optional.of(environment.path(written, environment.workingFolder()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
