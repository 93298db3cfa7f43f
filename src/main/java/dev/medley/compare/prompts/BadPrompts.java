package dev.medley.compare.prompts;

/** A file of prompts that cannot be used as it is. Nothing has been sent then. */
public final class BadPrompts extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line from 1; 0 when the whole file is meant
   */
  public BadPrompts(String file, int line, String message) {
    super(file + (line > 0 ? ":" + line : "") + ": " + message);
  }
}
