package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.chat.Timeouts;
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
  private final ChainOptions chain;
  private final Console console;
  private final Timeouts timeouts;

  PromptRun(
      Services services,
      OutputOptions output,
      ChainOptions chain,
      Console console,
      Timeouts timeouts) {
    this.services = services;
    this.output = output;
    this.chain = chain;
    this.console = console;
    this.timeouts = timeouts;
  }

  /** The exit code. */
  int run(String command, Fallback.Plan plan, Prompt prompt, Optional<Decision> route) {
    Models models = services.models(timeouts);
    if (output.dryRun) {
      console.println(DryRun.document(plan.candidates().models(), prompt, models));
      return ExitCode.OK;
    }
    Instant at = services.clock().now();
    AnswerPrinter printer = new AnswerPrinter(console, output);
    Delivery delivery =
        new Fallback(services.sender(models), services.clock(), services.alarm())
            .run(plan, prompt, listener(printer), services.cancellation());
    if (output.json) {
      console.println(
          JsonReport.of(new Run(services.newId(), command, prompt, at, route, delivery)));
    } else {
      if (holdsBack() && delivery.outcome().answered()) {
        printer.onText(delivery.outcome().reply().text());
      }
      printer.finish();
    }
    report(delivery);
    return ExitCode.of(delivery);
  }

  private SendListener listener(AnswerPrinter printer) {
    if (output.json) {
      return SendListener.SILENT;
    }
    if (!chain.restarts()) {
      return printer;
    }
    return holdsBack() ? new WithoutText(printer) : new BeginningAgain(printer, console);
  }

  /** What has gone into a pipe or a file cannot be begun again. */
  private boolean holdsBack() {
    return chain.restarts() && !console.outIsTerminal();
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
