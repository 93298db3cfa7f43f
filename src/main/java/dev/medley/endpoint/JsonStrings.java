package dev.medley.endpoint;

/** Follows JSON byte by byte: in a string or not, and where in an escape. */
final class JsonStrings {
  private boolean inside;
  private int escaped;

  /** Takes the next byte; true if that was a quote that begins or ends a string. */
  boolean accept(int b) {
    if (!inside) {
      inside = b == '"';
      return inside;
    }
    if (escaped > 0) {
      escaped = escaped == 1 && b == 'u' ? -4 : escaped - 1;
    } else if (escaped < 0) {
      escaped++;
    } else if (b == '\\') {
      escaped = 1;
    } else if (b == '"') {
      inside = false;
      return true;
    }
    return false;
  }

  boolean inside() {
    return inside;
  }

  /** Whether the last byte was part of an escape that goes on. */
  boolean inEscape() {
    return escaped != 0;
  }
}
