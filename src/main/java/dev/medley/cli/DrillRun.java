package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Timeouts;
import dev.medley.config.Target;
import dev.medley.fallback.Cooldown;
import dev.medley.fallback.Fallback;
import dev.medley.render.DrillReport;
import dev.medley.render.JsonReport;
import dev.medley.render.Run;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import java.time.Instant;
import java.util.Optional;

/** Walks a chain in a rehearsal, over real HTTP to the embedded server, and tells what happened. */
final class DrillRun {
  private final Services services;
  private final OutputOptions output;
  private final Console console;
  private final Timeouts timeouts;

  DrillRun(Services services, OutputOptions output, Console console, Timeouts timeouts) {
    this.services = services;
    this.output = output;
    this.console = console;
    this.timeouts = timeouts;
  }

  /** Loads what the first request needs: a chain's time is told, not the program's start. */
  void warmUp(Target any) {
    services
        .rehearsal(target -> Drill.WELL, timeouts)
        .open(any)
        .send(Prompt.of("hi"), ReplyListener.SILENT, services.cancellation());
  }

  /** The exit code, as in earnest. */
  int run(Drill drill, Prompt prompt) {
    Instant at = services.clock().now();
    var models = services.rehearsal(drill::role, timeouts);
    Delivery delivery =
        new Fallback(services.sender(models), services.clock(), Cooldown.NONE, services.alarm())
            .run(drill.plan(), prompt, SendListener.SILENT, services.cancellation());
    int code = ExitCode.of(delivery);
    if (output.json) {
      Run run = new Run(services.newId(), "fallback", prompt, at, Optional.empty(), delivery);
      console.println(JsonReport.ofDrill(run, drill::faultOf));
    } else {
      new DrillReport(drill.plan(), drill::faultOf, console.outStyle())
          .lines(delivery, code)
          .forEach(console::println);
    }
    return code;
  }
}
