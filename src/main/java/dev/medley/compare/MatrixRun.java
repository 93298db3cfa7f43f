package dev.medley.compare;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.compare.cases.CaseCursor;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.dispatch.InFlight;
import dev.medley.compare.dispatch.Lane;
import dev.medley.compare.journal.Earlier;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Question;
import dev.medley.config.Target;
import dev.medley.send.Delivery;
import dev.medley.send.RetryPolicy;
import dev.medley.send.SendListener;
import dev.medley.send.Sender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Puts many cases to several models. The models take turns; a result goes to its sink as soon as it
 * is there, and nothing of it stays in memory.
 */
public final class MatrixRun {
  private final Sender sender;
  private final Dispatcher dispatcher;
  private final RetryPolicy policy;
  private final AtomicReference<Failure> refusal = new AtomicReference<>();

  public MatrixRun(Sender sender, Dispatcher dispatcher, RetryPolicy policy) {
    this.sender = sender;
    this.dispatcher = dispatcher;
    this.policy = policy;
  }

  /**
   * What is put to whom.
   *
   * @param earlier what need not be asked again
   * @param prompts makes the prompt that is sent
   */
  public record Matrix(
      List<Target> models, Cases cases, Earlier earlier, Function<Question, Prompt> prompts) {
    public Matrix {
      models = List.copyOf(models);
    }
  }

  /** Takes what came of a case. Called on the threads of the requests. */
  public interface Receiver {
    void received(Case asked, Delivery delivery) throws IOException;

    /** An answer of an earlier run that a judge has still to decide on. */
    void undecided(Case asked, CaseResult earlier) throws IOException;
  }

  /**
   * Returns when all has been asked, or the run was stopped. What was interrupted on its way is not
   * received.
   *
   * @throws IOException when a file cannot be read or a result not be kept
   */
  public Dispatcher.Ending run(Matrix matrix, Receiver receiver, Cancellation cancellation)
      throws IOException {
    List<Asking> lanes = new ArrayList<>();
    try {
      for (Target model : matrix.models()) {
        lanes.add(new Asking(model, matrix, receiver, cancellation));
      }
      return dispatcher.run(lanes, cancellation);
    } finally {
      for (Asking lane : lanes) {
        lane.cursor.close();
      }
    }
  }

  /** Why the money did not suffice. */
  public Optional<Failure> refusal() {
    return Optional.ofNullable(refusal.get());
  }

  /** All cases of one model. */
  private final class Asking implements Lane {
    private final Target model;
    private final Sender opened;
    private final Matrix matrix;
    private final Receiver receiver;
    private final Cancellation cancellation;
    private final CaseCursor cursor;

    Asking(Target model, Matrix matrix, Receiver receiver, Cancellation cancellation) {
      this.model = model;
      this.opened = sender.to(model);
      this.matrix = matrix;
      this.receiver = receiver;
      this.cancellation = cancellation;
      this.cursor = matrix.cases().walk();
    }

    @Override
    public String provider() {
      return model.ref().provider();
    }

    @Override
    public Optional<Job> next() throws IOException {
      for (Optional<Case> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        Case asked = next.get();
        Optional<CaseResult> open = matrix.earlier().undecided(asked, model.ref());
        if (open.isPresent()) {
          return Optional.of(request -> decide(asked, open.get(), request));
        }
        if (!matrix.earlier().has(asked, model.ref())) {
          return Optional.of(request -> ask(asked, request));
        }
      }
      return Optional.empty();
    }

    private Result decide(Case asked, CaseResult open, InFlight request) throws IOException {
      request.answered(Result.ANSWERED);
      receiver.undecided(asked, open);
      return Result.ANSWERED;
    }

    private Result ask(Case asked, InFlight request) throws IOException {
      Delivery delivery =
          opened
              .waiting(request::waiting)
              .send(
                  model,
                  matrix.prompts().apply(asked.question()),
                  policy,
                  request.hearing(SendListener.SILENT),
                  cancellation);
      Optional<Failure> failure = delivery.failure();
      if (failure.filter(f -> f.kind() == FailureKind.INTERRUPTED).isPresent()) {
        return Result.FAILED;
      }
      if (failure.filter(f -> f.kind() == FailureKind.BUDGET).isPresent()) {
        refusal.set(failure.get());
        return Result.NO_MONEY;
      }
      Result result = Result.of(delivery);
      request.answered(result);
      receiver.received(asked, delivery);
      return result;
    }
  }
}
