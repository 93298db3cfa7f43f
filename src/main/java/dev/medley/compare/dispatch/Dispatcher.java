package dev.medley.compare.dispatch;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.config.Throttle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Sends what lanes have to send, so many at once, taking turns among the lanes. A lane whose
 * provider rests or has enough to do is passed over; the others go on.
 */
public final class Dispatcher {
  public static final int USUAL_CONCURRENCY = 4;

  private final int most;
  private final Map<String, Throttle> throttles;
  private final Slots slots;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  /**
   * @param most requests in flight at once, in all
   * @param throttles by the name of the provider
   */
  public Dispatcher(Clock clock, int most, Map<String, Throttle> throttles) {
    this.most = most;
    this.throttles = Map.copyOf(throttles);
    this.slots = new Slots(most, clock);
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
   * while others may still be under way; nothing more is sent then. To be called once.
   */
  public Ending run(List<? extends Lane> lanes, Cancellation cancellation) throws IOException {
    Running running = new Running(slots);
    ExecutorService threads = WorkerThreads.open();
    Cancellation.Registration interest = cancellation.onCancel(running::stop);
    boolean ended = false;
    try {
      Relay relay = new Relay(new Turns(lanes, gates(lanes)), slots, running);
      for (var next = relay.await(); next.isPresent(); next = relay.await()) {
        Relay.Start start = next.get();
        threads.execute(() -> relay.run(start));
      }
      Ending ending = running.awaitEnd(cancellation);
      ended = true;
      return ending;
    } finally {
      interest.close();
      if (!ended) {
        slots.close();
      }
      threads.shutdown();
    }
  }

  private List<Gate> gates(List<? extends Lane> lanes) {
    return lanes.stream().map(lane -> gate(lane.provider())).toList();
  }

  private Gate gate(String provider) {
    return gates.computeIfAbsent(
        provider, p -> new Gate(most, throttles.getOrDefault(p, Throttle.NONE)));
  }

  /**
   * The way of requests that are made while lanes are sent, and after: they count among those in
   * flight, keep the limits of their provider, and go before what lanes have not begun. To be
   * called before the run.
   */
  public Entrance entrance(String provider) {
    slots.share();
    return new Entrance(slots, gate(provider));
  }
}
