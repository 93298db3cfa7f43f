package dev.medley.cli;

import picocli.CommandLine.Option;

/** Where answers differ. */
@OptionGroup("Agreement")
final class AgreementOptions {
  @Option(
      names = "--diff",
      description = "show the other answers against the first one, word by word: [-old-]{+new+}")
  private boolean diff;

  boolean diff() {
    return diff;
  }
}
