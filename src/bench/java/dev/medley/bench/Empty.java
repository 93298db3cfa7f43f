package dev.medley.bench;

/** A JVM that does nothing. */
final class Empty {
  private Empty() {}

  public static void main(String[] args) {}
}
