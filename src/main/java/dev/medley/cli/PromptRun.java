package dev.medley.cli;

import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.history.Heading;
import dev.medley.history.PastRun;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.Recorder;
import dev.medley.render.AttemptLine;
import dev.medley.render.ErrorText;
import dev.medley.render.JsonReport;
import dev.medley.render.Run;
import dev.medley.render.UsageLine;
import dev.medley.route.Decision;
import dev.medley.send.Budget;
import dev.medley.send.Delivery;
import dev.medley.send.Models;
import dev.medley.send.PastRuns;
import dev.medley.send.SendListener;
import java.time.Instant;
import java.util.List;

/** Sends one prompt along a chain, of one model or more, and shows what came of it. */
final class PromptRun {
  private final Services services;
  private final OutputOptions output;
  private final Console console;
  private final Targets targets;
  private final AnswerForm form;

  PromptRun(
      Services services, OutputOptions output, Console console, Targets targets, AnswerForm form) {
    this.services = services;
    this.output = output;
    this.console = console;
    this.targets = targets;
    this.form = form;
  }

  /** The exit code. */
  int run(Request request, Fallback.Plan plan, ChainOptions chain) {
    Budget budget = chain.spending().budget(services, targets, console);
    Models models = form.over(budget.over(services.models(targets.connection())));
    if (output.dryRun) {
      console.println(DryRun.document(plan.candidates().models(), request.prompt(), models));
      return ExitCode.OK;
    }
    Recording recording = new Recording(services, console);
    Recorder recorder = recording.begin(output, targets.settings().history());
    try {
      return run(request, plan, chain, models, recorder);
    } finally {
      recording.end(recorder);
    }
  }

  private int run(
      Request request, Fallback.Plan plan, ChainOptions chain, Models models, Recorder recorder) {
    Instant at = services.clock().now();
    AnswerText text = output.text(console, form);
    text.prepare();
    AnswerPrinter printer = new AnswerPrinter(console, output, text);
    UntilGone listener = new UntilGone(listener(printer, chain), services.cancellation());
    Delivery delivery =
        new Fallback(
                services.sender(models),
                services.clock(),
                chain.cooldown(services, console),
                services.alarm())
            .run(plan, request.prompt(), listener, services.cancellation());
    String id = services.newId();
    Place place = recorder.place(request.place(id));
    recorder.keep(kept(request, plan, delivery, new Heading(id, at, request.command(), place)));
    listener.endIfGone();
    boolean written = new HeldAnswer(form, output, console).deliver(delivery, printer);
    if (output.json) {
      console.println(
          JsonReport.of(
              new Run(
                  id,
                  request.command(),
                  request.prompt(),
                  at,
                  request.route(),
                  delivery,
                  form.extracted(delivery),
                  place.conversationId())));
    } else {
      if (heldForRestart(chain) && delivery.outcome().answered()) {
        printer.onText(delivery.outcome().reply().text());
      }
      printer.finish();
    }
    report(delivery);
    return written || !delivery.outcome().answered()
        ? ExitCode.of(delivery)
        : ExitCode.of(FailureKind.INTERNAL);
  }

  private PastRun kept(Request request, Fallback.Plan plan, Delivery delivery, Heading heading) {
    List<String> names = plan.candidates().models().stream().map(Target::name).toList();
    return PastRuns.of(
        heading.routed(request.route().map(Decision::taken)),
        Question.of(request.prompt(), names, request.files(), form.described()),
        delivery);
  }

  private SendListener listener(AnswerPrinter printer, ChainOptions chain) {
    if (output.json) {
      return SendListener.SILENT;
    }
    if (form.held() || heldForRestart(chain)) {
      return new WithoutText(printer);
    }
    return chain.restarts() ? new BeginningAgain(printer, console) : printer;
  }

  /** What has gone into a pipe or a file cannot be begun again. */
  private boolean heldForRestart(ChainOptions chain) {
    return chain.restarts() && !form.held() && !console.outIsTerminal();
  }

  private void report(Delivery delivery) {
    if (!ErrorText.listsCandidates(delivery)) {
      AttemptLine.of(delivery)
          .ifPresent(line -> console.noteWords(console.errStyle().yellow(line)));
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
