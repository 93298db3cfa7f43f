package dev.medley.compare.dispatch;

import dev.medley.send.Delivery;
import java.io.IOException;
import java.util.Optional;

/** Requests that go out one after the other through the same gate, such as those to one model. */
public interface Lane {
  /** The name of the provider that is asked. */
  String provider();

  /** The next request; empty after the last. Called by one thread at a time. */
  Optional<Job> next() throws IOException;

  /** One request, from its sending to the record of what came of it. */
  @FunctionalInterface
  interface Job {
    /** Runs on a thread of its own; what it throws ends the whole run. */
    Result run(InFlight request) throws IOException;
  }

  /** How a job ended. */
  enum Result {
    ANSWERED,
    FAILED,
    /** Nothing was sent, because the money does not suffice now; it is tried again. */
    NO_MONEY;

    public static Result of(Delivery delivery) {
      return delivery.outcome().answered() ? ANSWERED : FAILED;
    }
  }
}
