package dev.medley.cli;

import dev.medley.chat.ModelRef;
import dev.medley.chat.Prompt;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.judge.JudgePanel;
import dev.medley.config.HistorySettings;
import dev.medley.history.Heading;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.Recorder;
import dev.medley.history.Vote;
import dev.medley.render.JudgePart;
import dev.medley.send.Delivery;
import dev.medley.send.PastRuns;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Prepares what a comparison ends with, as the options want it. */
final class VerdictDesk implements Judge.Witness {
  private final Services services;
  private final OutputOptions output;
  private final AgreementOptions agreement;
  private final JudgeOptions judging;
  private final VoteOptions voting;
  private volatile Recorder recorder = Recorder.none();

  VerdictDesk(
      Services services,
      OutputOptions output,
      AgreementOptions agreement,
      JudgeOptions judging,
      VoteOptions voting) {
    this.services = services;
    this.output = output;
    this.agreement = agreement;
    this.judging = judging;
    this.voting = voting;
  }

  /** What the judge is asked from now on is kept there. */
  void recordIn(Recorder history) {
    recorder = history;
  }

  @Override
  public void heard(Prompt asked, Delivery said) {
    Heading heading = new Heading(services.newId(), services.clock().now(), "judge", Place.NONE);
    Question question =
        Question.of(asked, List.of(said.requested().name()), List.of(), Optional.empty());
    recorder.keep(PastRuns.of(heading, question, said));
  }

  /**
   * @param prompt what a vote is about, where there is one
   * @param concurrency pairs to judge at once
   */
  Verdicts verdicts(
      Optional<Judge> judge,
      String prompt,
      int concurrency,
      HistorySettings history,
      Console console) {
    Optional<String> criteria = judging.criteria(services);
    return new Verdicts(
        agreement.diff(),
        judge,
        criteria.map(text -> pairs(text, concurrency, console)),
        voting.blind() ? Optional.of(vote(prompt, history, console)) : Optional.empty());
  }

  private BiFunction<List<ModelRef>, Judge, JudgePart> pairs(
      String criteria, int concurrency, Console console) {
    return (models, judge) ->
        new JudgePart(
            models,
            judge,
            new JudgePanel(judge, criteria, concurrency, services.cancellation()),
            () -> waiting(judge, console));
  }

  /** Somebody who looks on would wonder. */
  private void waiting(Judge judge, Console console) {
    if (console.errIsTerminal() && !output.quiet) {
      console.note(console.errStyle().dim(judge.model().ref() + " judges the answers …"));
    }
  }

  private Function<List<ModelRef>, BlindVote> vote(
      String prompt, HistorySettings history, Console console) {
    requireTerminal(console);
    BlindVote.Screen screen = new BlindVote.Screen(console, output.json);
    BlindVote.Keeping keeping =
        new BlindVote.Keeping(voting.task(prompt), vote -> kept(vote, history, console));
    return models -> new BlindVote(services, screen, models, keeping).begun();
  }

  private void requireTerminal(Console console) {
    boolean shown = output.json ? console.errIsTerminal() : console.outIsTerminal();
    if (!shown || services.streams().inputKind() != Streams.InputKind.TERMINAL) {
      throw CommandFailed.usage(
          "--blind needs a terminal with somebody who chooses",
          "run it there, or let a model judge: --judge MODEL --criteria TEXT");
    }
  }

  private boolean kept(Vote vote, HistorySettings history, Console console) {
    return !output.noLog
        && history.enabled()
        && services.votes(new Recording(services, console)::warn).keep(vote);
  }
}
