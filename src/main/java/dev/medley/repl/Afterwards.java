package dev.medley.repl;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.render.AttemptLine;
import dev.medley.render.ErrorText;
import dev.medley.render.UsageLine;
import dev.medley.send.Delivery;
import java.util.Optional;

/** The lines that follow an answer. */
record Afterwards(Screen screen, boolean usageLine) {
  void tell(Delivery delivery) {
    Optional<Failure> failure = delivery.failure();
    if (!ErrorText.listsCandidates(delivery)) {
      AttemptLine.of(delivery).ifPresent(line -> screen.note(screen.noteStyle().yellow(line)));
    }
    if (failure.isEmpty()) {
      answered(delivery);
    } else if (failure.filter(Afterwards::stopped).isPresent()) {
      ended("stopped", delivery);
    } else {
      ChatHints.errors(screen.noteStyle()).of(delivery).forEach(screen::note);
      if (!delivery.outcome().reply().text().isEmpty()) {
        ended("broken off", delivery);
      }
    }
  }

  private void answered(Delivery delivery) {
    if (delivery.outcome().reply().cutByLength()) {
      screen.note(
          screen.noteStyle().yellow("cut off:")
              + " the limit on output tokens was reached; /set max_tokens N raises it");
    }
    if (usageLine) {
      screen.note(screen.noteStyle().dim(UsageLine.of(delivery, screen.columns())));
    }
  }

  /** By Ctrl-C, before or after text had come. */
  private static boolean stopped(Failure failure) {
    return failure.kind() == FailureKind.INTERRUPTED
        || failure.cause().equals(Optional.of(FailureKind.INTERRUPTED));
  }

  private void ended(String how, Delivery delivery) {
    boolean some = !delivery.outcome().reply().text().isEmpty();
    String what = some ? "what came is kept" : "nothing came";
    screen.note(screen.noteStyle().yellow("── " + how + ": " + what + "; /retry asks again ──"));
  }
}
