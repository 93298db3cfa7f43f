package dev.medley.config;

import java.util.Map;

/** What may stand at a place of a configuration. */
sealed interface Shape {
  /** Shapes without parts. */
  enum Leaf implements Shape {
    TEXT,
    /** A text that is never shown. */
    SECRET,
    TEXTS,
    /** Looked at by whoever reads it. */
    ANYTHING
  }

  /** A map of these keys, all optional. */
  record Fields(Map<String, Shape> fields) implements Shape {}

  /** A map of names that the user chooses. */
  record Named(Shape each) implements Shape {}

  /** A list. */
  record ListOf(Shape item) implements Shape {}

  /**
   * A map of names that someone else chose.
   *
   * @param joint what stands in them for the underscores of a variable's name
   */
  record Open(Shape each, char joint) implements Shape {}
}
