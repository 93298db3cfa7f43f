package dev.medley.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where programs keep their files, by the XDG base directory specification or Windows' habit. */
enum UsualFolder {
  CONFIG("XDG_CONFIG_HOME", ".config", "APPDATA", "AppData/Roaming"),
  DATA("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA", "AppData/Local");

  private final String variable;
  private final String usual;
  private final String windowsVariable;
  private final String windowsUsual;

  UsualFolder(String variable, String usual, String windowsVariable, String windowsUsual) {
    this.variable = variable;
    this.usual = usual;
    this.windowsVariable = windowsVariable;
    this.windowsUsual = windowsUsual;
  }

  Path in(Environment environment) {
    return environment
        .variable(environment.windows() ? windowsVariable : variable)
        .flatMap(UsualFolder::absolute)
        .orElse(environment.home().resolve(environment.windows() ? windowsUsual : usual));
  }

  /** A relative XDG folder is to be ignored, says its specification. */
  private static Optional<Path> absolute(String written) {
    try {
      return Optional.of(Path.of(written)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
