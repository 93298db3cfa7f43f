package dev.medley.compare.journal;

/** A file that cannot be gone on with, or written to. */
public final class BadRunFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence with the file's name
   */
  public BadRunFile(String message) {
    super(message);
  }
}
