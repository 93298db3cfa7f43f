package dev.medley.repl;

/**
 * What may be typed next.
 *
 * @param text the whole word
 * @param group a head for those that belong together; may be empty
 * @param description what it is; may be empty
 * @param complete whether a space follows it
 */
public record Suggestion(String text, String group, String description, boolean complete) {
  public Suggestion(String text, String group, String description) {
    this(text, group, description, true);
  }

  public static Suggestion of(String text) {
    return new Suggestion(text, "", "");
  }
}
