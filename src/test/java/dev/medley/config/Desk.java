package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A home folder, a project in it and variables, all of a test's own. */
final class Desk {
  private final Path home;
  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  Desk(Path temporary) {
    home = temporary.resolve("home");
    folder = home.resolve("project");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream in = Desk.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A catalogue of one model. */
  static ModelInfo catalog(ModelRef ref) {
    ModelInfo unknown = ModelInfo.unknown(ref.provider(), ref.id());
    return ref.id().equals("gpt-4o")
        ? new ModelInfo(
            ref.provider(),
            ref.id(),
            OptionalLong.of(128_000),
            OptionalLong.empty(),
            Optional.empty(),
            Set.of())
        : unknown;
  }

  Path userFile() {
    return home.resolve(".config/medley/config.yaml");
  }

  Path projectFile() {
    return folder.resolve(".medley.yaml");
  }

  Path home() {
    return home;
  }

  Desk user(String yaml) {
    return write(userFile(), yaml);
  }

  Desk project(String yaml) {
    return write(projectFile(), yaml);
  }

  Desk write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Desk variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Environment environment() {
    return new Environment(variables, folder, home, false);
  }

  Loaded load() {
    return new SettingsLoader(Desk::catalog).load(environment(), Optional.empty());
  }

  ModelNames names() {
    return new ModelNames(load(), Desk::catalog);
  }

  /** All problems, a line each, with the two files called USER and PROJECT. */
  String problems() {
    return load().problems().stream()
        .map(problem -> named(problem.toString()))
        .collect(Collectors.joining("\n"));
  }

  String named(String text) {
    return text.replace(userFile().toString(), "USER")
        .replace(projectFile().toString(), "PROJECT")
        .replace(home.toString(), "HOME");
  }
}
