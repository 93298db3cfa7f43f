package dev.medley.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the process was started with, passed in so that tests never see the developer's own. */
public record Environment(
    Map<String, String> variables, Path workingFolder, Path home, boolean windows) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** A variable's value; an empty one counts as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** A path as a person writes it: {@code ~/} is the home folder, relative is to {@code base}. */
  public Path path(String written, Path base) throws InvalidPathException {
    if (written.equals("~") || written.startsWith("~/")) {
      return home.resolve(written.substring(Math.min(2, written.length())));
    }
    return base.resolve(written);
  }

  /** A path as it is shown: the home folder as {@code ~}. */
  public String display(Path path) {
    return path.startsWith(home) && !path.equals(home)
        ? Path.of("~").resolve(home.relativize(path)).toString()
        : path.toString();
  }

  /** How a person sets a variable here. */
  String setCommand(String variable) {
    return (windows ? "set " : "export ") + variable + "=…";
  }

  /** The variables may hold keys and are left out. */
  @Override
  public String toString() {
    return "Environment[" + workingFolder + "]";
  }
}
