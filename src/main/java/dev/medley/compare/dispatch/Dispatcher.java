package dev.medley.compare.dispatch;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.config.Throttle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Sends what lanes have to send, so many at once, taking turns among the lanes. A lane whose
 * provider rests or has enough to do is passed over; the others go on.
 */
public final class Dispatcher {
  public static final int USUAL_CONCURRENCY = 4;

  private final Clock clock;
  private final int most;
  private final Map<String, Throttle> throttles;

  /**
   * @param most requests in flight at once, in all
   * @param throttles by the name of the provider
   */
  public Dispatcher(Clock clock, int most, Map<String, Throttle> throttles) {
    this.clock = clock;
    this.most = most;
    this.throttles = Map.copyOf(throttles);
  }

  /** How a run ended. */
  public enum Ending {
    /** Everything was sent. */
    COMPLETE,
    INTERRUPTED,
    /** The money did not suffice for more. */
    OUT_OF_MONEY
  }

  /**
   * Returns when everything that was sent has ended. What a job throws reaches the caller at once,
   * while others may still be under way; nothing more is sent then.
   */
  public Ending run(List<? extends Lane> lanes, Cancellation cancellation) throws IOException {
    Slots slots = new Slots(most, clock);
    Running running = new Running(slots);
    ExecutorService threads = WorkerThreads.open();
    Cancellation.Registration interest = cancellation.onCancel(running::stop);
    try {
      Relay relay = new Relay(new Turns(lanes, gates(lanes)), slots, running);
      for (var next = relay.await(); next.isPresent(); next = relay.await()) {
        Relay.Start start = next.get();
        threads.execute(() -> relay.run(start));
      }
      return running.awaitEnd(cancellation);
    } finally {
      interest.close();
      slots.close();
      threads.shutdown();
    }
  }

  private List<Gate> gates(List<? extends Lane> lanes) {
    Map<String, Gate> gates = new HashMap<>();
    List<Gate> each = new ArrayList<>();
    for (Lane lane : lanes) {
      String provider = lane.provider();
      each.add(
          gates.computeIfAbsent(
              provider, p -> new Gate(most, throttles.getOrDefault(p, Throttle.NONE))));
    }
    return each;
  }
}
