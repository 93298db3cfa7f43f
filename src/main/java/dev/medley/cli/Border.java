package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.render.ErrorText;
import dev.medley.render.JsonReport;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where every exception ends: as an error text of at most three lines, and an exit code. */
final class Border {
  private final Services services;

  Border(Services services) {
    this.services = services;
  }

  /** A command line that cannot be understood. */
  int wrongUsage(ParameterException wrong, String[] args) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    WrongUsage usage = WrongUsage.of(wrong);
    Failure failure =
        Failure.of(FailureKind.USAGE, usage.message())
            .withHint(usage.hint().orElse(command + " --help shows what it takes"));
    return show(failure, List.of(), command, List.of(args));
  }

  /** Whatever a command threw. */
  int failed(Exception thrown, CommandLine line, ParseResult parsed) {
    String command = line.getCommandSpec().qualifiedName();
    List<String> args = parsed.originalArgs();
    if (thrown instanceof ClosedPipe closed) {
      services.cancellation().cancel();
      return closed.failure().map(lost -> show(lost, List.of(), command, args)).orElse(ExitCode.OK);
    }
    if (thrown instanceof CommandFailed refused) {
      return show(refused.failure(), refused.details(), command, args);
    }
    Failure failure =
        Failure.of(FailureKind.INTERNAL, thrown.toString().lines().findFirst().orElse(""))
            .withHint("this is a fault of medley's: please report it, with -v for the trace")
            .withDetail(trace(thrown));
    return show(failure, List.of(), command, args);
  }

  private int show(Failure failure, List<String> details, String command, List<String> args) {
    Console console =
        new Console(
            services.streams(),
            ColorChoice.of(ColorChoice.When.auto, services.environment().variables()));
    boolean verbose = args.contains("-v") || args.contains("--verbose");
    print(console, failure, details, verbose);
    if (args.contains("--json")) {
      try {
        console.println(JsonReport.of(command.replaceFirst("^medley ?", ""), failure));
      } catch (ClosedPipe nobodyReads) {
        return ExitCode.of(failure.kind());
      }
    }
    return ExitCode.of(failure.kind());
  }

  /** To standard error: the error's lines, and what it is about, a line each. */
  static void print(Console console, Failure failure, List<String> details, boolean verbose) {
    new ErrorText(console.errStyle(), verbose).of("", failure).forEach(console::note);
    details.forEach(line -> console.note("  " + line));
  }

  private static String trace(Exception thrown) {
    StringBuilder lines = new StringBuilder();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      lines.append("\n    at ").append(frame);
    }
    return lines.toString();
  }
}
