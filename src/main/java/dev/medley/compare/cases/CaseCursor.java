package dev.medley.compare.cases;

import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Digest;
import dev.medley.compare.matrix.Tally;
import dev.medley.compare.prompts.PromptRow;
import dev.medley.compare.prompts.PromptRows;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One way through all cases. Used by one thread. */
public final class CaseCursor implements Closeable {
  private final Cases cases;
  private final Deque<Case> next = new ArrayDeque<>();
  private Tally seen = new Tally();
  private PromptRows rows;
  private int run = 1;
  private int number;

  CaseCursor(Cases cases) {
    this.cases = cases;
  }

  /** Empty after the last. */
  public Optional<Case> next() throws IOException {
    while (next.isEmpty()) {
      if (rows == null) {
        if (run > cases.runs()) {
          return Optional.empty();
        }
        rows = cases.rows().open();
      }
      Optional<PromptRow> row = rows.next();
      if (row.isPresent()) {
        of(row.get()).forEach(next::add);
      } else {
        close();
        run++;
      }
    }
    return Optional.of(next.poll());
  }

  private Iterable<Case> of(PromptRow row) {
    String key = cases.key(row);
    int times = seen.add(Digest.of(key));
    var made = cases.of(row, times == 1 ? key : key + "~" + times, number + 1, run);
    number += made.size();
    return made;
  }

  /** Back to the first row. */
  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
      rows = null;
      seen = new Tally();
      number = 0;
    }
  }
}
