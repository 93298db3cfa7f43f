package dev.medley.compare.difference;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;

/**
 * Where a result stands in a run: results of two runs belong together when this is the same.
 *
 * @param key of the case
 * @param run from 1
 */
public record Place(String key, int run, ModelRef model) {
  public static Place of(CaseResult result) {
    return new Place(result.asked().key(), result.asked().run(), result.model());
  }

  Place at(ModelRef other) {
    return new Place(key, run, other);
  }
}
