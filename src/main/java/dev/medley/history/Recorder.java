package dev.medley.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps runs, on a thread of its own beside the work. What it has kept outlives a killed process; a
 * store that is slow or broken never holds up an answer for long.
 */
public final class Recorder {
  /**
   * A store in good order takes a few milliseconds. Whoever is told of an answer may rely on its
   * being kept, unless the store is stuck: then the answer comes first.
   */
  private static final long PATIENCE_MILLIS = 2_000;

  /** A store that cannot be used gives up much sooner; this is for one that is slow. */
  private static final long LAST_WAIT_MILLIS = 30_000;

  private static final int MOST_WAITING = 256;

  private final ExecutorService thread = Executors.newSingleThreadExecutor(Recorder::daemon);
  private final Queue<PastRun> waiting = new ConcurrentLinkedQueue<>();
  private final long begun = System.nanoTime();
  private final Optional<History> history;
  private final boolean bodies;
  private final Future<?> opened;

  private Recorder(Optional<History> history, boolean bodies) {
    this.history = history;
    this.bodies = bodies;
    this.opened = thread.submit(() -> history.ifPresent(History::open));
  }

  /** Keeps nothing. */
  public static Recorder none() {
    return new Recorder(Optional.empty(), false);
  }

  /**
   * Begins at once to open the history.
   *
   * @param bodies whether prompts and answers are kept, or their numbers only
   */
  public static Recorder to(History history, boolean bodies) {
    return new Recorder(Optional.of(history), bodies);
  }

  /** Whether anything is kept. */
  public boolean keeps() {
    return history.isPresent();
  }

  /** Where a run stands, if it can be continued; nowhere when too little of it is kept. */
  public Place place(Place intended) {
    return history.isPresent() && bodies ? intended : Place.NONE;
  }

  /**
   * Keeps a run. Returns when that is done, or when the store takes longer than a good one does;
   * then it goes on beside the work. May be called from several threads.
   */
  public void keep(PastRun run) {
    if (history.isPresent()) {
      await(begin(run));
    }
  }

  /**
   * The same for one of many, whose answer nobody is told of yet: it is kept beside the work, and
   * waited for only when too many wait.
   */
  public void keepAmongMany(PastRun run) {
    if (history.isPresent()) {
      Future<?> kept = begin(run);
      if (waiting.size() > MOST_WAITING) {
        await(kept);
      }
    }
  }

  private Future<?> begin(PastRun run) {
    waiting.add(bodies ? run : run.withoutBodies());
    return thread.submit(this::keepWaiting);
  }

  /** Those that have come meanwhile go into one transaction: hundreds may come at once. */
  private void keepWaiting() {
    List<PastRun> runs = new ArrayList<>();
    for (PastRun run = waiting.poll(); run != null; run = waiting.poll()) {
      runs.add(run);
    }
    if (!runs.isEmpty()) {
      history.orElseThrow().append(runs);
    }
  }

  private void await(Future<?> kept) {
    long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    long patience = opened.isDone() ? PATIENCE_MILLIS : PATIENCE_MILLIS - passed;
    try {
      kept.get(Math.max(0, patience), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      // The answer comes first.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault.getCause());
    }
  }

  /** Why the history cannot be used, once that is known. */
  public Optional<String> trouble() {
    return history.flatMap(History::trouble);
  }

  /**
   * Waits for what is still being kept; nothing is kept afterwards.
   *
   * @return why the history could not be used; empty when it could
   */
  public Optional<String> finish() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.of("it takes too long");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return trouble();
  }

  private static Thread daemon(Runnable work) {
    Thread worker = new Thread(work, "medley-history");
    worker.setDaemon(true);
    return worker;
  }
}
