package dev.medley.history;

/**
 * A run that a search has found.
 *
 * @param snippet a piece of prompt or answer around what was found, which stands between {@link
 *     #BEGIN} and {@link #END}
 */
public record Found(PastRun run, String snippet) {
  /** No text that a person reads holds this character. */
  public static final char BEGIN = '\u0002';

  public static final char END = '\u0003';
}
