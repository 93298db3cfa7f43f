package dev.medley.compare.judge;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.compare.matrix.AnswerGroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Has a judge compare every two answers to a prompt as soon as they are there, several pairs at a
 * time. Who brings more than it can take waits.
 */
public final class JudgePanel implements AnswerGroups.Receiver, AutoCloseable {
  private static final int MOST_VERDICTS_KEPT = 1_000;
  private static final int WAITING_FOR_EACH = 4;

  private final Judge judge;
  private final String criteria;
  private final Precedents precedents;
  private final Cancellation cancellation;
  private final ExecutorService threads;
  private final Semaphore room;
  private final List<List<CompletableFuture<Pair>>> prompts = new ArrayList<>();

  private record Pair(Verdict verdict, Judgement judgement) {}

  /**
   * @param concurrency how many pairs at a time, at least 1
   */
  public JudgePanel(Judge judge, String criteria, int concurrency, Cancellation cancellation) {
    this.judge = judge;
    this.criteria = criteria;
    this.precedents = new Precedents(judge, criteria);
    this.cancellation = cancellation;
    this.threads = Executors.newFixedThreadPool(concurrency, JudgePanel::daemon);
    this.room = new Semaphore(WAITING_FOR_EACH * concurrency);
  }

  /** What makes an answer the better one. */
  public String criteria() {
    return criteria;
  }

  /** What it said before, and where it keeps what it says. */
  public Precedents precedents() {
    return precedents;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "medley-judge");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void accept(AnswerGroups.Group group) throws IOException {
    List<CompletableFuture<Pair>> pairs = new ArrayList<>();
    List<Integer> answered = group.answered();
    for (int i = 0; i < answered.size(); i++) {
      for (int j = i + 1; j < answered.size() && !cancellation.isCancelled(); j++) {
        pairs.add(begin(group, answered.get(i), answered.get(j), prompts.size()));
      }
    }
    prompts.add(pairs);
  }

  private CompletableFuture<Pair> begin(AnswerGroups.Group group, int first, int second, int number)
      throws IOException {
    Pairing pairing = Pairing.of(group, first, second);
    Optional<Judgement> before =
        precedents
            .of(pairing)
            .or(() -> precedents.of(Pairing.of(group, second, first)).map(Judgement::swapped));
    if (before.isPresent()) {
      judge.paidBefore(before.get().fee());
      return CompletableFuture.completedFuture(pair(group, first, second, before.get(), number));
    }
    room.acquireUninterruptibly();
    return CompletableFuture.supplyAsync(
            () -> pair(group, first, second, asked(group, pairing, first, second), number), threads)
        .whenComplete((pair, thrown) -> room.release());
  }

  private Judgement asked(AnswerGroups.Group group, Pairing pairing, int first, int second) {
    Judgement judgement =
        judge.compare(
            criteria,
            group.asked().question().prompt(),
            group.text(first),
            group.text(second),
            cancellation);
    try {
      precedents.keep(pairing, judgement);
    } catch (IOException notKept) {
      throw new UncheckedIOException(notKept);
    }
    return judgement;
  }

  private static Pair pair(
      AnswerGroups.Group group, int first, int second, Judgement judgement, int number) {
    Duel duel = new Duel(first, second, judgement.preference().orElse(Preference.TIE));
    Judgement kept = number < MOST_VERDICTS_KEPT ? judgement : judgement.withoutReason();
    Verdict verdict =
        new Verdict(group.asked().key(), group.asked().run(), duel, kept.flipped(), kept.reason());
    return new Pair(verdict, kept);
  }

  /** Whether all verdicts are there. */
  public boolean done() {
    return prompts.stream().flatMap(List::stream).allMatch(CompletableFuture::isDone);
  }

  /**
   * Waits for the last verdict.
   *
   * @param contestants how many models were asked
   * @throws IOException when a judgement could not be kept
   */
  public Judged judged(int contestants) throws IOException {
    Tally tally = new Tally(contestants);
    try {
      for (int i = 0; i < prompts.size(); i++) {
        boolean kept = i < MOST_VERDICTS_KEPT;
        tally.add(prompts.get(i).stream().map(CompletableFuture::join).toList(), kept);
      }
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof UncheckedIOException notKept
          ? notKept.getCause()
          : new IOException(failed.getCause());
    }
    return tally.judged();
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  /** Sums over prompts. */
  private static final class Tally {
    private final Tournament tournament;
    private final List<Verdict> verdicts = new ArrayList<>();
    private Optional<Failure> failure = Optional.empty();
    private Fee fee = Fee.NOTHING;
    private int pairs;
    private int flipped;
    private int failed;

    Tally(int contestants) {
      tournament = new Tournament(contestants);
    }

    void add(List<Pair> prompt, boolean kept) {
      List<Verdict> given = new ArrayList<>();
      for (Pair pair : prompt) {
        pairs++;
        fee = fee.plus(pair.judgement().fee());
        if (pair.judgement().preference().isPresent()) {
          given.add(pair.verdict());
          flipped += pair.judgement().flipped() ? 1 : 0;
        } else {
          failed++;
          failure = failure.or(pair.judgement()::failure);
        }
      }
      tournament.add(given.stream().map(Verdict::duel).toList());
      if (kept) {
        verdicts.addAll(given);
      }
    }

    Judged judged() {
      return new Judged(tournament, pairs, flipped, failed, failure, verdicts, fee);
    }
  }
}
