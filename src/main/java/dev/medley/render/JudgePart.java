package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.catalog.Cost;
import dev.medley.chat.ModelRef;
import dev.medley.compare.journal.Journals;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.judge.JudgePanel;
import dev.medley.compare.judge.Judged;
import dev.medley.compare.judge.Score;
import dev.medley.compare.judge.Verdict;
import dev.medley.compare.matrix.AnswerGroups;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.send.OutcomeJson;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** What a judge says of all answers, while they come, and what it takes for that. */
public final class JudgePart implements ComparisonPart {
  /** The same verdicts give the same intervals, today and tomorrow. */
  private static final long SEED = 1;

  private final List<ModelRef> models;
  private final Judge judge;
  private final JudgePanel panel;
  private final AnswerGroups groups;
  private final Runnable waiting;
  private Judged judged;

  /**
   * @param models each once, in the order given
   * @param waiting runs when all answers are there and verdicts are still to come
   */
  public JudgePart(List<ModelRef> models, Judge judge, JudgePanel panel, Runnable waiting) {
    this.models = List.copyOf(models);
    this.judge = judge;
    this.panel = panel;
    this.waiting = waiting;
    this.groups = new AnswerGroups(models, panel);
  }

  @Override
  public void keepIn(Journals journals) throws IOException {
    panel.precedents().open(journals);
  }

  @Override
  public void add(CaseResult result) throws IOException {
    groups.add(result);
  }

  /** Waits for the last verdict. */
  @Override
  public void close() throws IOException {
    groups.close();
    if (!panel.done()) {
      waiting.run();
    }
    judged = panel.judged(models.size());
    panel.close();
  }

  @Override
  public List<String> lines(Style style, int columns) {
    return JudgeTable.lines(judged, models, new SplittableRandom(SEED), style, columns);
  }

  @Override
  public void addTo(ObjectNode document) {
    ObjectNode node = document.putObject("judge");
    node.put("model", judge.model().ref().toString()).put("criteria", panel.criteria());
    node.put("prompts", judged.tournament().prompts()).put("pairs", judged.pairs());
    node.put("flipped", judged.flipped()).put("failed", judged.failed());
    judged.failure().ifPresentOrElse(f -> OutcomeJson.error(node, f), () -> node.putNull("error"));
    node.put("requests", judged.fee().requests());
    OutcomeJson.usage(node, judged.fee().usage());
    OutcomeJson.cost(node, judged.fee().cost().orElse(Cost.UNKNOWN));
    ArrayNode scores = node.putArray("scores");
    List<Score> all = judged.tournament().scores(new SplittableRandom(SEED));
    for (int i = 0; i < all.size(); i++) {
      score(scores.addObject().put("model", models.get(i).toString()), all.get(i));
    }
    ArrayNode verdicts = node.putArray("verdicts");
    judged.verdicts().forEach(verdict -> verdict(verdicts.addObject(), verdict));
  }

  private static void score(ObjectNode node, Score score) {
    StatisticsJson.number(
        node, "score", score.judged() ? OptionalDouble.of(score.points()) : OptionalDouble.empty());
    StatisticsJson.interval(node, "score_interval", score.interval());
    node.put("wins", score.wins()).put("ties", score.ties()).put("losses", score.losses());
  }

  private void verdict(ObjectNode node, Verdict verdict) {
    node.put("case", verdict.key()).put("run", verdict.run());
    node.put("first", models.get(verdict.duel().first()).toString());
    node.put("second", models.get(verdict.duel().second()).toString());
    node.put("preference", verdict.duel().preference().wireName());
    node.put("flipped", verdict.flipped()).put("reason", verdict.reason());
  }
}
