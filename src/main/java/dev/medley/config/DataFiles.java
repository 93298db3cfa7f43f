package dev.medley.config;

import java.nio.file.Path;

/** Where the files are that the program writes for itself. */
public final class DataFiles {
  private DataFiles() {}

  /** The price list that the user has imported, whether there is one or not. */
  public static Path prices(Environment environment) {
    return UsualFolder.DATA.in(environment).resolve("medley").resolve("prices.json");
  }

  /** What is remembered, whether the file exists or not. */
  public static Path history(Environment environment) {
    return UsualFolder.DATA.in(environment).resolve("medley").resolve("history.db");
  }

  /** What was typed in conversations, whether the file exists or not. */
  public static Path typedLines(Environment environment) {
    return UsualFolder.DATA.in(environment).resolve("medley").resolve("chat_lines");
  }
}
