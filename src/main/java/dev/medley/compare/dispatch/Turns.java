package dev.medley.compare.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is: after each start the next lane comes first. To be used under the lock of {@link
 * Relay}, but for {@link #readAhead}.
 */
final class Turns {
  /** Jobs of a lane that are at hand: to make one takes longer than to choose one. */
  private static final int AHEAD = 64;

  private final List<Turn> all = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();

  /** A lane with its next jobs, at least one as long as it has any. */
  private static final class Turn {
    private final Lane lane;
    private final Gate gate;
    private final BlockingQueue<Lane.Job> ready = new ArrayBlockingQueue<>(AHEAD);
    private final ReentrantLock reading = new ReentrantLock();
    private boolean exhausted;

    Turn(Lane lane, Gate gate) {
      this.lane = lane;
      this.gate = gate;
    }

    boolean hasMore() throws IOException {
      if (ready.isEmpty()) {
        reading.lock();
        try {
          read(1);
        } finally {
          reading.unlock();
        }
      }
      return !ready.isEmpty();
    }

    /** Unless another thread does it just now. */
    void readAhead() throws IOException {
      if (ready.size() < AHEAD / 2 && reading.tryLock()) {
        try {
          read(AHEAD);
        } finally {
          reading.unlock();
        }
      }
    }

    private void read(int atHand) throws IOException {
      while (!exhausted && ready.size() < atHand) {
        Optional<Lane.Job> next = lane.next();
        exhausted = next.isEmpty();
        next.ifPresent(ready::add);
      }
    }
  }

  Turns(List<? extends Lane> lanes, List<Gate> gates) throws IOException {
    for (int i = 0; i < lanes.size(); i++) {
      Turn turn = new Turn(lanes.get(i), gates.get(i));
      if (turn.hasMore()) {
        turns.add(turn);
      }
    }
    all.addAll(turns);
  }

  /** Of the lanes that have something to send, in the order of their turns. */
  List<Gate> gates() {
    return turns.stream().map(turn -> turn.gate).toList();
  }

  /** What the lane at this position sends next; it is then the last in turn. */
  Lane.Job take(int position) throws IOException {
    Turn turn = turns.remove(position);
    Lane.Job job = turn.ready.remove();
    if (turn.hasMore()) {
      turns.add(turn);
    }
    return job;
  }

  /** Makes jobs that will soon be needed, so that nobody who holds the lock has to. */
  void readAhead() throws IOException {
    for (Turn turn : all) {
      turn.readAhead();
    }
  }
}
