package dev.medley.compare.judge;

import java.util.Locale;

/** Which of two answers is better. */
public enum Preference {
  FIRST,
  SECOND,
  TIE;

  /** As documents have it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for the two in the other order. */
  public Preference swapped() {
    return switch (this) {
      case FIRST -> SECOND;
      case SECOND -> FIRST;
      case TIE -> TIE;
    };
  }
}
