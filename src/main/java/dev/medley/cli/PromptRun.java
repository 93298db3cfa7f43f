package dev.medley.cli;

import dev.medley.chat.Connection;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Prompt;
import dev.medley.fallback.Cooldown;
import dev.medley.fallback.Fallback;
import dev.medley.render.AttemptLine;
import dev.medley.render.ErrorText;
import dev.medley.render.JsonReport;
import dev.medley.render.Run;
import dev.medley.render.UsageLine;
import dev.medley.route.Decision;
import dev.medley.send.Delivery;
import dev.medley.send.Models;
import dev.medley.send.SendListener;
import java.time.Instant;
import java.util.Optional;

/** Sends one prompt along a chain, of one model or more, and shows what came of it. */
final class PromptRun {
  private final Services services;
  private final OutputOptions output;
  private final Console console;
  private final Connection connection;
  private final AnswerForm form;

  PromptRun(
      Services services,
      OutputOptions output,
      Console console,
      Connection connection,
      AnswerForm form) {
    this.services = services;
    this.output = output;
    this.console = console;
    this.connection = connection;
    this.form = form;
  }

  /** The exit code. */
  int run(
      String command,
      Fallback.Plan plan,
      Cooldown cooldown,
      Prompt prompt,
      Optional<Decision> route) {
    Models models = form.over(services.models(connection));
    if (output.dryRun) {
      console.println(DryRun.document(plan.candidates().models(), prompt, models));
      return ExitCode.OK;
    }
    Instant at = services.clock().now();
    AnswerPrinter printer = new AnswerPrinter(console, output);
    SendListener listener =
        output.json ? SendListener.SILENT : form.held() ? printer.withoutText() : printer;
    Delivery delivery =
        new Fallback(services.sender(models), services.clock(), cooldown)
            .run(plan, prompt, listener, services.cancellation());
    boolean written = new HeldAnswer(form, output, console).deliver(delivery, printer);
    if (output.json) {
      console.println(
          JsonReport.of(
              new Run(
                  services.newId(),
                  command,
                  prompt,
                  at,
                  route,
                  delivery,
                  form.extracted(delivery))));
    } else {
      printer.finish();
    }
    report(delivery);
    return written || !delivery.outcome().answered()
        ? ExitCode.of(delivery)
        : ExitCode.of(FailureKind.INTERNAL);
  }

  private void report(Delivery delivery) {
    if (delivery.failure().filter(ErrorText::listsCandidates).isEmpty()) {
      AttemptLine.of(delivery).ifPresent(line -> console.note(console.errStyle().yellow(line)));
    }
    if (delivery.outcome().answered()) {
      if (delivery.outcome().reply().cutByLength()) {
        console.note(
            console.errStyle().yellow("cut off:")
                + " the limit on output tokens was reached; raise --max-tokens");
      }
      if (output.showsUsage(console)) {
        console.note(console.errStyle().dim(UsageLine.of(delivery)));
      }
    } else {
      new ErrorText(console.errStyle(), output.verbose).of(delivery).forEach(console::note);
    }
  }
}
