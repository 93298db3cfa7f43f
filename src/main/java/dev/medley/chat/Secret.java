package dev.medley.chat;

/** A reference to a key. The key itself exists only between {@link #reveal} and the wire. */
public interface Secret {
  /** Where the key comes from, such as {@code env:OPENAI_API_KEY}; safe to print. */
  String describe();

  /** Whether a key seems to be there, found out without running anything. */
  boolean present();

  /**
   * Reads the key: trimmed, not empty, fit for a header.
   *
   * @throws Unavailable when there is none or it cannot be a key
   */
  String reveal() throws Unavailable;

  /** The key cannot be had; the message says why, the hint what to do. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String hint;

    public Unavailable(String message, String hint) {
      super(message);
      this.hint = hint;
    }

    public String hint() {
      return hint;
    }
  }
}
