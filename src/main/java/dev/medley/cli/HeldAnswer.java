package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.render.ErrorText;
import dev.medley.send.Delivery;
import java.io.IOException;
import java.util.Optional;

/** Brings an answer that was held back to where it belongs: a file, or standard output. */
final class HeldAnswer {
  private final AnswerForm form;
  private final OutputOptions output;
  private final Console console;

  HeldAnswer(AnswerForm form, OutputOptions output, Console console) {
    this.form = form;
    this.output = output;
    this.console = console;
  }

  /**
   * Nothing is done for an answer that has been shown while it came.
   *
   * @return false: the file could not be written
   */
  boolean deliver(Delivery delivery, AnswerPrinter printer) {
    Optional<String> kept = form.held() ? form.kept(delivery) : Optional.empty();
    if (kept.isEmpty() || form.file().isPresent() && written(form.file().get(), kept.get())) {
      return true;
    }
    if (!output.json && !kept.get().isEmpty()) {
      printer.onText(kept.get());
    }
    return form.file().isEmpty();
  }

  /** An answer that was paid for is not lost when a disk is full. */
  private boolean written(OutputFile file, String answer) {
    try {
      file.write(answer);
      return true;
    } catch (IOException full) {
      Failure failure =
          Failure.of(FailureKind.INTERNAL, "cannot write " + file.name())
              .withHint("the answer is on standard output instead")
              .withDetail(full.toString());
      new ErrorText(console.errStyle(), output.verbose).of("", failure).forEach(console::note);
      return false;
    }
  }
}
