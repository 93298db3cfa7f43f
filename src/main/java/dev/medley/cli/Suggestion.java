package dev.medley.cli;

/**
 * What may stand where the cursor is.
 *
 * @param word the whole word, what has been typed of it included
 * @param about a few words for those shells that show them; may be empty
 */
record Suggestion(String word, String about) {
  /** The shell itself knows files best. */
  static final Suggestion FILES = new Suggestion(":files", "");

  /** One line for the shells' scripts. */
  String line() {
    return about.isEmpty() ? word : word + "\t" + about.lines().findFirst().orElse("");
  }
}
