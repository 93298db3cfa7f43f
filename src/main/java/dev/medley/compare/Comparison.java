package dev.medley.compare;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.dispatch.Lane;
import dev.medley.config.Target;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks several models the same, as many at once as the dispatcher lets. No failure stops another;
 * results keep the order in which models were given.
 */
public final class Comparison {
  private final Sender sender;
  private final Dispatcher dispatcher;
  private final Clock clock;

  public Comparison(Sender sender, Dispatcher dispatcher, Clock clock) {
    this.sender = sender;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  /** Who watches a comparison. Each model calls on its own thread. */
  public interface Audience {
    Audience NOBODY = position -> SendListener.SILENT;

    /** Hears the model at this position. */
    SendListener listener(int position);

    /** The model has answered or failed. */
    default void finished(int position, Delivery result) {}
  }

  public List<Delivery> run(
      List<Target> targets,
      Prompt prompt,
      RetryPolicy policy,
      Audience audience,
      Cancellation cancellation) {
    List<Delivery> results = new ArrayList<>(Collections.nCopies(targets.size(), null));
    List<Lane> lanes =
        IntStream.range(0, targets.size())
            .<Lane>mapToObj(
                i ->
                    new OneRequest(
                        targets.get(i),
                        request -> {
                          Delivery result =
                              sender
                                  .waiting(request::waiting)
                                  .send(
                                      targets.get(i),
                                      prompt,
                                      policy,
                                      request.hearing(audience.listener(i)),
                                      cancellation);
                          results.set(i, result);
                          request.answered(Lane.Result.of(result));
                          audience.finished(i, result);
                          return Lane.Result.of(result);
                        }))
            .toList();
    try {
      dispatcher.run(lanes, cancellation);
    } catch (IOException fromAListener) {
      throw new UncheckedIOException(fromAListener);
    }
    return IntStream.range(0, results.size())
        .mapToObj(i -> Optional.ofNullable(results.get(i)).orElseGet(() -> unsent(targets.get(i))))
        .toList();
  }

  private Delivery unsent(Target target) {
    Failure why = Failure.of(FailureKind.INTERRUPTED, "interrupted before it was asked");
    Attempt none = Attempt.skipped(target, why, clock.now());
    return new Delivery(target, List.of(none), none.outcome());
  }

  private static final class OneRequest implements Lane {
    private final Target target;
    private Job job;

    OneRequest(Target target, Job job) {
      this.target = target;
      this.job = job;
    }

    @Override
    public String provider() {
      return target.ref().provider();
    }

    @Override
    public Optional<Job> next() {
      Optional<Job> next = Optional.ofNullable(job);
      job = null;
      return next;
    }
  }
}
