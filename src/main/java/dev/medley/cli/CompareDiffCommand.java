package dev.medley.cli;

import dev.medley.compare.agreement.WordDiff;
import dev.medley.compare.difference.Place;
import dev.medley.compare.difference.RunDifference;
import dev.medley.compare.difference.RunDifference.Report;
import dev.medley.compare.journal.BadRunFile;
import dev.medley.compare.journal.RunFile;
import dev.medley.render.DifferenceJson;
import dev.medley.render.DifferenceText;
import dev.medley.render.SafeText;
import dev.medley.render.WordDiffText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley compare diff before.jsonl after.jsonl",
      "  medley compare diff --show monday.jsonl tuesday.jsonl | less -R",
      "",
      "Results belong together by case, run and model; where each file has one",
      "model only, whichever that is. Exit code 0 when nothing got worse, 100 when",
      "a case that passed does not any more. Times are compared by the Wilcoxon",
      "signed-rank test, rates by McNemar's exact test, both with Holm's correction",
      "for several models; below five cases nothing is claimed."
    })
final class CompareDiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "results of the earlier run, .jsonl")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "results of the later run, .jsonl")
  private String after;

  @Option(names = "--show", description = "show the answers that changed, word by word")
  private boolean show;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: auto)")
  private ColorChoice.When color = ColorChoice.When.auto;

  private final Services services;

  CompareDiffCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (show && json) {
      throw CommandFailed.usage("--show is for people, --json for programs", "leave one out");
    }
    Console console =
        new Console(services.streams(), ColorChoice.of(color, services.environment().variables()));
    RunDifference difference = new RunDifference();
    read(before, difference::before);
    read(after, difference::after);
    Report report = difference.report();
    if (report.matched() == 0) {
      throw CommandFailed.usage(
          before + " and " + after + " have no result in common",
          "compare runs of the same prompts and models");
    }
    if (json) {
      console.println(DifferenceJson.of(before, after, report));
    } else {
      DifferenceText.lines(before, after, report, console.outStyle(), console.columns())
          .forEach(console::println);
    }
    if (show) {
      show(difference, report, console);
    }
    return report.worse() ? ExitCode.CHECKS_FAILED : ExitCode.OK;
  }

  /** A second look at both files, because texts are not kept. */
  private void show(RunDifference difference, Report report, Console console) {
    Set<Place> wanted =
        report.changed().stream().map(difference::earlier).collect(Collectors.toSet());
    Map<Place, String> earlier = new HashMap<>();
    read(
        before,
        result -> {
          if (wanted.contains(Place.of(result))) {
            earlier.put(Place.of(result), result.text());
          }
        });
    read(
        after,
        result -> {
          Place place = Place.of(result);
          if (report.changed().contains(place)) {
            changed(place, earlier.get(difference.earlier(place)), result.text(), console);
          }
        });
  }

  private static void changed(Place place, String before, String after, Console console) {
    UnaryOperator<String> safe =
        console.outIsTerminal() ? SafeText::forTerminal : UnaryOperator.identity();
    console.println("");
    console.println(console.outStyle().bold("── " + safe.apply(DifferenceText.at(place)) + " ──"));
    console.println(WordDiffText.of(WordDiff.of(before, after), console.outStyle(), safe));
  }

  private void read(String name, RunFile.Reader reader) {
    Path path = services.environment().path(name, services.environment().workingFolder());
    if (!Files.isRegularFile(path)) {
      throw CommandFailed.usage("no such file: " + name, "check the path");
    }
    try {
      new RunFile(name, path).forEach(reader);
    } catch (BadRunFile bad) {
      throw CommandFailed.usage(
          bad.getMessage(), "name a file that compare --output FILE.jsonl has made");
    } catch (IOException unreadable) {
      throw CommandFailed.usage("cannot read " + name, "name a readable file");
    }
  }
}
