package dev.medley.compare.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose turn it is: after each start the next lane comes first. Used by one thread. */
final class Turns {
  private final List<Turn> turns = new ArrayList<>();

  /** A lane with its next job, so that it is known whether there is one. */
  private static final class Turn {
    private final Lane lane;
    private final Gate gate;
    private Lane.Job next;

    Turn(Lane lane, Gate gate, Lane.Job next) {
      this.lane = lane;
      this.gate = gate;
      this.next = next;
    }
  }

  Turns(List<? extends Lane> lanes, List<Gate> gates) throws IOException {
    for (int i = 0; i < lanes.size(); i++) {
      Optional<Lane.Job> first = lanes.get(i).next();
      if (first.isPresent()) {
        turns.add(new Turn(lanes.get(i), gates.get(i), first.get()));
      }
    }
  }

  /** Of the lanes that have something to send, in the order of their turns. */
  List<Gate> gates() {
    return turns.stream().map(turn -> turn.gate).toList();
  }

  /** What the lane at this position sends next; it is then the last in turn. */
  Lane.Job take(int position) throws IOException {
    Turn turn = turns.remove(position);
    Lane.Job job = turn.next;
    Optional<Lane.Job> after = turn.lane.next();
    if (after.isPresent()) {
      turn.next = after.get();
      turns.add(turn);
    }
    return job;
  }
}
