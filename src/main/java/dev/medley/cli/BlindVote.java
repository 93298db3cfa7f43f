package dev.medley.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.AnswerGroups;
import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.vote.Ballot;
import dev.medley.compare.vote.Ballot.Choice;
import dev.medley.history.Vote;
import dev.medley.render.ComparisonPart;
import dev.medley.render.SafeText;
import dev.medley.render.Style;
import dev.medley.repl.line.KeyPress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Shows answers without names, has one chosen by a key, and tells afterwards whose it was. */
final class BlindVote implements ComparisonPart {
  private static final int CTRL_C = 3;

  private final Services services;
  private final Screen screen;
  private final List<ModelRef> models;
  private final Keeping keeping;
  private final AnswerGroups groups;
  private Optional<Result> result = Optional.empty();

  /** Where the answers and the question are written. */
  record Screen(Console console, boolean onError) {
    void print(String text) {
      if (onError) {
        console.noteRaw(text);
      } else {
        console.print(text);
      }
    }

    Style style() {
      return onError ? console.errStyle() : console.outStyle();
    }
  }

  /**
   * What becomes of a vote.
   *
   * @param task what it is about
   * @param keeper keeps it; says whether it could
   */
  record Keeping(String task, Predicate<Vote> keeper) {}

  private record Result(Ballot ballot, Vote vote, boolean kept) {}

  /**
   * @param models each once, in the order given
   */
  BlindVote(Services services, Screen screen, List<ModelRef> models, Keeping keeping) {
    this.services = services;
    this.screen = screen;
    this.models = List.copyOf(models);
    this.keeping = keeping;
    this.groups = new AnswerGroups(models, this::vote);
  }

  /** Says that there will be nothing to see for a while. */
  BlindVote begun() {
    screen.print(
        screen.style().dim("asking " + models.size() + " models; their answers come together")
            + "\n\n");
    return this;
  }

  @Override
  public void add(CaseResult answer) throws IOException {
    groups.add(answer);
  }

  @Override
  public void close() throws IOException {
    groups.close();
  }

  private void vote(Group group) {
    List<Integer> answered = group.answered();
    if (answered.size() < 2) {
      screen.print("no vote: fewer than two answers\n");
      return;
    }
    Ballot ballot = Ballot.of(answered, services.random());
    show(ballot, group);
    Optional<Choice> choice = choose(ballot);
    if (choice.isEmpty()) {
      screen.print("no vote\n\n");
      return;
    }
    Vote vote = vote(ballot, choice.get());
    result = Optional.of(new Result(ballot, vote, keeping.keeper().test(vote)));
    reveal(ballot, vote);
  }

  private void show(Ballot ballot, Group group) {
    for (int i = 0; i < ballot.order().size(); i++) {
      String text = SafeText.forTerminal(group.text(ballot.order().get(i))).strip();
      screen.print(screen.style().bold("── " + ballot.letter(i) + " ──") + "\n" + text + "\n\n");
    }
  }

  /** Asks until a key means something; empty when whoever was asked has gone. */
  private Optional<Choice> choose(Ballot ballot) {
    char last = ballot.letter(ballot.order().size() - 1);
    screen.print("Which is the best? A to " + last + ", t for a tie, n for none of them: ");
    while (true) {
      OptionalInt key = KeyPress.read(services.terminal());
      if (key.isEmpty() || key.getAsInt() == CTRL_C || services.cancellation().isCancelled()) {
        return Optional.empty();
      }
      Optional<Choice> choice = ballot.choice(key.getAsInt());
      if (choice.isPresent()) {
        screen.print(Character.toString(Character.toUpperCase(key.getAsInt())) + "\n");
        return choice;
      }
    }
  }

  private Vote vote(Ballot ballot, Choice choice) {
    Optional<String> winner =
        choice instanceof Choice.Answer answer
            ? Optional.of(models.get(answer.position()).toString())
            : Optional.empty();
    Vote.Choice kind =
        winner.isPresent()
            ? Vote.Choice.MODEL
            : choice instanceof Choice.Tie ? Vote.Choice.TIE : Vote.Choice.NONE;
    return new Vote(
        services.clock().now(),
        keeping.task(),
        ballot.order().stream().map(position -> models.get(position).toString()).toList(),
        kind,
        winner);
  }

  private void reveal(Ballot ballot, Vote vote) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < vote.models().size(); i++) {
      String name = ballot.letter(i) + " " + vote.models().get(i);
      boolean won = vote.winner().equals(Optional.of(vote.models().get(i)));
      names.add(won ? screen.style().green(name + " ← your choice") : name);
    }
    screen.print(String.join("\n", names) + "\n\n");
  }

  @Override
  public List<String> lines(Style style, int columns) {
    return List.of();
  }

  @Override
  public void addTo(ObjectNode document) {
    if (result.isEmpty()) {
      document.putNull("vote");
      return;
    }
    Vote vote = result.get().vote();
    ObjectNode node = document.putObject("vote");
    node.put("task", vote.task()).put("choice", vote.choice().wireName());
    node.put("model", vote.winner().orElse(null)).put("kept", result.get().kept());
    vote.models().forEach(node.putArray("order")::add);
  }
}
