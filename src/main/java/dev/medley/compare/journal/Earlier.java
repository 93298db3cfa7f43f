package dev.medley.compare.journal;

import dev.medley.chat.ModelRef;
import dev.medley.compare.cases.CaseCursor;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseIdentity;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Tally;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs have left: those results of a file that belong to the cases of this run. Twelve
 * to twenty-four bytes a result are kept in memory, and whole those that a judge has still to
 * decide.
 */
public final class Earlier {
  private static final int ANSWERED = 1;
  private static final int FAILED = 2;
  private static final int WANTED = 4;

  private final Optional<RunFile> file;
  private final Tally known = new Tally();
  private final Map<Long, CaseResult> open = new HashMap<>();
  private int results;
  private int wanted;
  private int undecided;

  private Earlier(Optional<RunFile> file) {
    this.file = file;
  }

  /** Nothing was done before. */
  public static Earlier none() {
    return new Earlier(Optional.empty());
  }

  /**
   * @param keepFailed whether a failure stands, or is asked again
   */
  public static Earlier of(RunFile file, Cases cases, List<ModelRef> models, boolean keepFailed)
      throws IOException {
    Earlier earlier = new Earlier(Optional.of(file));
    file.forEach(
        result -> {
          earlier.results++;
          earlier.known.put(
              CaseIdentity.of(result), result.outcome().answered() ? ANSWERED : FAILED);
          if (result.open()) {
            earlier.open.put(CaseIdentity.of(result), result);
          }
        });
    earlier.mark(cases, models, keepFailed ? ANSWERED | FAILED : ANSWERED);
    return earlier;
  }

  private void mark(Cases cases, List<ModelRef> models, int standing) throws IOException {
    try (CaseCursor cursor = cases.walk()) {
      for (Optional<Case> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        for (ModelRef model : models) {
          long identity = CaseIdentity.of(next.get(), model);
          if ((known.get(identity) & standing) != 0) {
            known.put(identity, known.get(identity) | WANTED);
            wanted += open.containsKey(identity) ? 0 : 1;
            undecided += open.containsKey(identity) ? 1 : 0;
          }
        }
      }
    }
  }

  /** Whether this case need not be asked. */
  public boolean has(Case asked, ModelRef model) {
    return known.size() > 0 && (known.get(CaseIdentity.of(asked, model)) & WANTED) != 0;
  }

  /** The answer to this case that a judge has still to decide on. */
  public Optional<CaseResult> undecided(Case asked, ModelRef model) {
    return open.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(open.get(CaseIdentity.of(asked, model)));
  }

  /** How many results of the file belong to this run and stand, with nothing left to decide. */
  public int count() {
    return wanted;
  }

  /** Whether there are results, but none of them belongs to this run. */
  public boolean strange() {
    return results > 0 && wanted + undecided == 0;
  }

  /** Those that stand, with nothing left to decide, in the order of the file. */
  public void forEach(RunFile.Reader reader) throws IOException {
    if (file.isPresent()) {
      file.get()
          .forEach(
              result -> {
                if (has(result.asked(), result.model()) && !result.open()) {
                  reader.read(result);
                }
              });
    }
  }
}
