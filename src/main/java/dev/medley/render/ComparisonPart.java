package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.journal.Journals;
import dev.medley.compare.matrix.ResultSink;
import java.io.IOException;
import java.util.List;

/** Something that a comparison ends with, made of all of its results. */
public interface ComparisonPart extends ResultSink {
  /**
   * Before any result: where it may keep what is its own, and find what an earlier run has left.
   *
   * @throws IOException when the file of an earlier run cannot be read
   */
  default void keepIn(Journals journals) throws IOException {}

  /**
   * For people; may be empty.
   *
   * @param columns the width to stay within, where that can be
   */
  List<String> lines(Style style, int columns);

  /** What it says beside tables that a report has anyway. */
  default List<String> notes() {
    return lines(Style.PLAIN, Integer.MAX_VALUE);
  }

  /** Adds its own member to the document of {@code --json}. */
  void addTo(ObjectNode document);
}
