package dev.medley.compare.journal;

import dev.medley.chat.ModelRef;
import dev.medley.compare.cases.CaseCursor;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseIdentity;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.matrix.Tally;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs have left: those results of a file that belong to the cases of this run. They
 * are held against the checks of this run. Some dozen bytes a result are kept in memory, and whole
 * those that a judge has still to decide.
 */
public final class Earlier {
  private static final int ANSWERED = 1;
  private static final int FAILED = 2;
  private static final int WANTED = 4;

  private final Optional<RunFile> file;
  private final Tally known = new Tally();
  private final Map<Long, List<Check>> checks = new HashMap<>();
  private final Map<Long, CaseResult> open = new HashMap<>();
  private int results;
  private int wanted;

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
        });
    earlier.mark(cases, models, keepFailed ? ANSWERED | FAILED : ANSWERED);
    earlier.findOpen();
    return earlier;
  }

  private void mark(Cases cases, List<ModelRef> models, int standing) throws IOException {
    try (CaseCursor cursor = cases.walk()) {
      for (Optional<Case> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        for (ModelRef model : models) {
          long identity = CaseIdentity.of(next.get(), model);
          if ((known.get(identity) & standing) != 0) {
            known.put(identity, known.get(identity) | WANTED);
            wanted++;
            if (!next.get().checks().isEmpty()) {
              checks.put(identity, next.get().checks());
            }
          }
        }
      }
    }
  }

  private void findOpen() throws IOException {
    boolean judged = checks.values().stream().flatMap(List::stream).anyMatch(Check::asksModel);
    if (judged) {
      file.orElseThrow()
          .forEach(
              result -> {
                if (has(result.asked(), result.model()) && result.open(checks(result))) {
                  open.put(CaseIdentity.of(result), result);
                }
              });
    }
  }

  private List<Check> checks(CaseResult result) {
    return checks.getOrDefault(CaseIdentity.of(result), List.of());
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
    return wanted - open.size();
  }

  /** Whether there are results, but none of them belongs to this run. */
  public boolean strange() {
    return results > 0 && wanted == 0;
  }

  /**
   * Those that stand, with nothing left to decide, in the order of the file, as this run's checks
   * find them.
   *
   * @param changed also takes those that were found otherwise before
   */
  public void forEach(RunFile.Reader reader, RunFile.Reader changed) throws IOException {
    if (file.isPresent()) {
      file.get()
          .forEach(
              result -> {
                long identity = CaseIdentity.of(result);
                if (has(result.asked(), result.model()) && !open.containsKey(identity)) {
                  CaseResult found = result.checked(checks(result));
                  reader.read(found);
                  if (!found.checks().equals(result.checks())) {
                    changed.read(found);
                  }
                }
              });
    }
  }
}
