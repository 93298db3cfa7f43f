package dev.medley.render.terminal.markdown;

import java.util.List;

/**
 * How a line begins.
 *
 * @param matched how many of the open containers it belongs to
 * @param opened containers that begin on it
 * @param at where its own text begins
 * @param indent spaces before that, which open nothing
 */
record Opening(int matched, List<Container> opened, Kind kind, int at, int indent) {
  /** What follows the containers' marks. */
  enum Kind {
    BLANK,
    TEXT,
    HEADING,
    RULE,
    FENCE,
    FORMULA,
    INDENTED_CODE,
    TABLE_ROW
  }

  /** Whether a paragraph that is open just goes on. */
  boolean continues(boolean paragraph) {
    return paragraph && kind == Kind.TEXT && opened.isEmpty();
  }
}
