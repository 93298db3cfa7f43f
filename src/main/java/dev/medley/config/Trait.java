package dev.medley.config;

/** What a prompt has or has not. */
public enum Trait {
  /** Part of it came through a pipe. */
  STDIN("stdin"),
  /** Source code or a stack trace is in it. */
  CODE("code"),
  /** An image goes with it. */
  IMAGE("image"),
  /** The answer has to fit a JSON schema. */
  SCHEMA("schema");

  private final String word;

  Trait(String word) {
    this.word = word;
  }

  /** For people and JSON. */
  public String word() {
    return word;
  }
}
