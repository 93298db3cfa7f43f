package dev.medley.compare.journal;

import java.util.List;
import java.util.Optional;

/**
 * The files that a run is kept in.
 *
 * @param earlier what it goes on with; empty: nothing
 * @param resumed writes to that
 * @param others begin with this run, and take what the earlier one has left, too
 */
public record Journals(Optional<RunFile> earlier, Optional<Journal> resumed, List<Journal> others) {
  public Journals {
    others = List.copyOf(others);
  }
}
