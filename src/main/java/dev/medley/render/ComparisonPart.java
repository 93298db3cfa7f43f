package dev.medley.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.matrix.ResultSink;
import java.util.List;

/** Something that a comparison ends with, made of all of its results. */
public interface ComparisonPart extends ResultSink {
  /**
   * For people; may be empty.
   *
   * @param columns the width to stay within, where that can be
   */
  List<String> lines(Style style, int columns);

  /** Adds its own member to the document of {@code --json}. */
  void addTo(ObjectNode document);
}
