package dev.medley.cli;

import dev.medley.chat.ModelRef;
import dev.medley.compare.judge.Judge;
import dev.medley.render.AgreementPart;
import dev.medley.render.ComparisonPart;
import dev.medley.render.JudgeFee;
import dev.medley.render.JudgePart;
import dev.medley.render.StatisticsPart;
import dev.medley.render.WordDiffPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a comparison ends with beside its table.
 *
 * @param diff whether answers are shown word by word
 * @param judge who judges
 * @param pairs makes what judges answers in pairs; empty: they are not
 * @param vote asks a person; empty: nobody is asked
 */
record Verdicts(
    boolean diff,
    Optional<Judge> judge,
    Optional<BiFunction<List<ModelRef>, Judge, JudgePart>> pairs,
    Optional<Function<List<ModelRef>, BlindVote>> vote) {
  /** Of a single prompt. */
  List<ComparisonPart> ofSingle(List<ModelRef> models) {
    List<ComparisonPart> parts = new ArrayList<>();
    vote.ifPresent(make -> parts.add(make.apply(models)));
    parts.add(new AgreementPart(models));
    if (diff) {
      parts.add(new WordDiffPart(models));
    }
    parts.addAll(judging(models));
    return parts;
  }

  /** Of many prompts, or of one in many runs. */
  List<ComparisonPart> ofMany(List<ModelRef> models) {
    if (diff || vote.isPresent()) {
      throw CommandFailed.usage(
          (diff ? "--diff" : "--blind") + " goes with one prompt and one run",
          "for two runs: medley compare diff --show a.jsonl b.jsonl");
    }
    List<ComparisonPart> parts = new ArrayList<>();
    parts.add(new StatisticsPart(models));
    parts.add(new AgreementPart(models));
    parts.addAll(judging(models));
    return parts;
  }

  private List<ComparisonPart> judging(List<ModelRef> models) {
    List<ComparisonPart> parts = new ArrayList<>();
    if (judge.isPresent()) {
      pairs.ifPresent(make -> parts.add(make.apply(models, judge.get())));
      parts.add(new JudgeFee(judge.get()));
    }
    return parts;
  }
}
