package dev.medley.compare.judge;

import dev.medley.compare.journal.Journal;
import dev.medley.compare.journal.Journals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judgements of earlier runs, which hold for the same answers, judge and criteria; and where those
 * of this run are kept as soon as they are there. May be used by several threads.
 */
public final class Precedents {
  private static final int MOST_REASONS = 1_000;

  private final String judge;
  private final String criteria;
  private final Map<Pairing, Judgement> known = new ConcurrentHashMap<>();
  private final List<Journal> fresh = new ArrayList<>();
  private final List<Journal> all = new ArrayList<>();

  public Precedents(Judge judge, String criteria) {
    this.judge = judge.model().ref().toString();
    this.criteria = criteria;
  }

  /** Takes over what an earlier run has left. To be called before anything is judged. */
  public void open(Journals journals) throws IOException {
    journals.resumed().ifPresent(fresh::add);
    all.addAll(journals.others());
    if (journals.earlier().isPresent()) {
      journals
          .earlier()
          .get()
          .forEachLine(
              line -> {
                Optional<JudgementLine> said = JudgementLine.read(line);
                if (said.isPresent()) {
                  recall(said.get());
                }
              });
    }
  }

  private void recall(JudgementLine line) throws IOException {
    if (line.judge().equals(judge) && line.criteria().equals(criteria)) {
      known.put(line.pairing(), slim(line.judgement()));
      for (Journal journal : all) {
        journal.addLine(line.write());
      }
    }
  }

  /** Reasons are told of the first prompts only. */
  private Judgement slim(Judgement judgement) {
    return known.size() < MOST_REASONS ? judgement : judgement.withoutReason();
  }

  /** What was said of these answers. */
  Optional<Judgement> of(Pairing pairing) {
    return Optional.ofNullable(known.get(pairing));
  }

  /** A judge that failed has said nothing, and is asked again another time. */
  void keep(Pairing pairing, Judgement judgement) throws IOException {
    if (judgement.preference().isPresent()) {
      keep(fresh, pairing, judgement);
      keep(all, pairing, judgement);
    }
  }

  private void keep(List<Journal> journals, Pairing pairing, Judgement judgement)
      throws IOException {
    for (Journal journal : journals) {
      journal.addLine(new JudgementLine(judge, criteria, pairing, judgement).write());
    }
  }
}
