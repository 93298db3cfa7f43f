package dev.medley.cli;

import dev.medley.chat.ModelRef;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.journal.BadRunFile;
import dev.medley.compare.journal.Earlier;
import dev.medley.compare.journal.Journal;
import dev.medley.compare.journal.Journals;
import dev.medley.compare.journal.RunFile;
import dev.medley.render.ComparisonPart;
import dev.medley.render.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Files that results are kept in. */
@OptionGroup("Results")
final class ResultOptions {
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "keep the results in this file as they come: .jsonl, a line each; or write a report at the"
              + " end: .html, .md, .csv, .json, .xml (JUnit); repeatable")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "go on with the run whose results are in this .jsonl file")
  private String resume;

  @Option(names = "--retry-failed", description = "with --resume: ask again what has failed, too")
  private boolean retryFailed;

  boolean resumes() {
    return resume != null;
  }

  /** The file from which a run that was stopped can be gone on with. */
  Optional<String> resumable() {
    return Optional.ofNullable(resume)
        .or(() -> outputs.stream().filter(ResultOptions::isJournal).findFirst());
  }

  /** What need not be asked again. */
  Earlier earlier(Services services, Cases cases, List<ModelRef> models) throws IOException {
    if (resume == null) {
      if (retryFailed) {
        throw CommandFailed.usage("--retry-failed goes with --resume", "name the file of results");
      }
      return Earlier.none();
    }
    RunFile file = file(resume, services);
    if (!Files.isRegularFile(file.path())) {
      throw CommandFailed.usage("no such file: " + resume, "check the path");
    }
    try {
      return Earlier.of(file, cases, models, !retryFailed);
    } catch (BadRunFile bad) {
      throw CommandFailed.usage(bad.getMessage(), "name a file that --output FILE.jsonl has made");
    }
  }

  /** The files of JSON lines that the run is kept in. */
  Journals journals(Services services) throws IOException {
    return new Journals(
        Optional.ofNullable(resume).map(name -> file(name, services)),
        resumed(services),
        opened(services));
  }

  /** The file that is resumed; new results are added to it. */
  private Optional<Journal> resumed(Services services) throws IOException {
    if (resume == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Journal.goOn(file(resume, services)));
    } catch (BadRunFile bad) {
      throw CommandFailed.usage(bad.getMessage(), "wait for it, or name another file");
    }
  }

  /** The files that all results go to, those of the resumed run included. */
  private List<Journal> opened(Services services) throws IOException {
    List<Journal> journals = new ArrayList<>();
    for (String output : outputs) {
      if (isJournal(output) && !sameAsResumed(output, services)) {
        journals.add(journal(output, services));
      }
    }
    return journals;
  }

  /**
   * The files that are written at the end.
   *
   * @param parts what the comparison ends with
   */
  List<ReportFile> reports(
      Services services, List<ModelRef> models, List<? extends ComparisonPart> parts)
      throws IOException {
    List<ReportFile> reports = new ArrayList<>();
    for (String output : outputs) {
      if (!isJournal(output)) {
        OutputFile checked = OutputFile.of(output, services.environment());
        reports.add(new ReportFile(checked.path(), services.clock().now(), models, parts));
      }
    }
    return reports;
  }

  /** A file that could not be written is told before anything is sent. */
  void check(Services services) {
    for (String output : outputs) {
      if (!isJournal(output) && !ReportFile.knows(output)) {
        throw CommandFailed.usage(
            "--output " + output + " has no known ending",
            "known are .jsonl, " + String.join(", ", ReportFile.endings()));
      }
      OutputFile.of(output, services.environment());
    }
  }

  private static boolean isJournal(String output) {
    return output.toLowerCase(Locale.ROOT).endsWith(".jsonl");
  }

  private boolean sameAsResumed(String output, Services services) throws IOException {
    Path path = file(output, services).path();
    return resume != null
        && Files.exists(path)
        && Files.isSameFile(path, file(resume, services).path());
  }

  private static Journal journal(String output, Services services) throws IOException {
    OutputFile checked = OutputFile.of(output, services.environment());
    try {
      return Journal.begin(new RunFile(output, checked.path()));
    } catch (BadRunFile bad) {
      throw CommandFailed.usage(
          bad.getMessage(), "go on with it: --resume " + output + ", or name another file");
    }
  }

  private static RunFile file(String name, Services services) {
    return new RunFile(
        name, services.environment().path(name, services.environment().workingFolder()));
  }
}
