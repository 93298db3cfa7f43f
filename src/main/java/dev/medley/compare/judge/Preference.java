package dev.medley.compare.judge;

/** Which of two answers is better. */
public enum Preference {
  FIRST,
  SECOND,
  TIE;

  /** The same for the two in the other order. */
  public Preference swapped() {
    return switch (this) {
      case FIRST -> SECOND;
      case SECOND -> FIRST;
      case TIE -> TIE;
    };
  }
}
