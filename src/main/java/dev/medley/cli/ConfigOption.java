package dev.medley.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the configuration is. */
@OptionGroup("Configuration")
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration file instead of the user's")
  private Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
