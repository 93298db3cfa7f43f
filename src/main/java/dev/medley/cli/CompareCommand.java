package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.prompts.BadPrompts;
import dev.medley.compare.prompts.PromptFile;
import dev.medley.config.HistorySettings;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.history.Recorder;
import dev.medley.send.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley compare -m demo/swift,demo/steady,demo/sage \"Explain model routing\"",
      "  medley compare -m @all --json \"hi\" | jq .totals",
      "  medley compare -m @all --prompts cases.csv \"Capital of {{land}}?\" --output run.jsonl",
      "  medley compare -m @all --prompts cases.csv \"Capital of {{land}}?\" --resume run.jsonl",
      "  medley compare -m demo/swift,demo/sage --judge demo/judge --criteria \"says more\" \"hi\"",
      "  medley compare -m demo/swift,demo/sage --blind \"Explain model routing\"",
      "  medley compare -m @all --prompts cases.yaml --check \"contains: {{expected}}\" -j 16"
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private MatrixOptions many;
  @Mixin private CheckOptions checks;
  @Mixin private ResultOptions results;
  @Mixin private AgreementOptions agreement;
  @Mixin private JudgeOptions judging;
  @Mixin private VoteOptions voting;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private SpendingOptions spending;
  @Mixin private OutputOptions output;
  @Mixin private LayoutOption layout;
  @Mixin private FormOptions wanted;
  @Mixin private ConfigOption config;

  private final Services services;

  CompareCommand(Services services) {
    this.services = services;
  }

  static List<CommandEntry> commands(Services services) {
    return List.of(
        new CommandEntry(
            "diff",
            "Show what changed between two runs of the same prompts, from their .jsonl files.",
            () -> new CompareDiffCommand(services)));
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    if (models.names().isEmpty()) {
      throw CommandFailed.usage(
          "compare needs models", "name them: medley compare -m demo/swift,demo/sage \"hi\"");
    }
    results.check(services);
    try {
      return compare(targets, console);
    } catch (BadPrompts bad) {
      throw CommandFailed.usage(bad.getMessage(), "mend the file of prompts");
    } catch (UncheckedIOException failed) {
      throw broken(failed.getCause());
    } catch (IOException failed) {
      throw broken(failed);
    }
  }

  private static CommandFailed broken(IOException failed) {
    return new CommandFailed(
        Failure.of(FailureKind.INTERNAL, "a file could not be used: " + failed.getMessage())
            .withHint("what was kept can be gone on with: --resume FILE"));
  }

  private int compare(Targets targets, Console console) throws IOException {
    Optional<PromptFile> file = many.file(services);
    TemplateUse template =
        file.isPresent() ? prompt.templateForRows(targets) : prompt.template(targets);
    AnswerForm form = wanted.form(services, template);
    prompt.takeSeveralSystems();
    PromptOptions.Asked asked =
        file.isPresent()
            ? prompt.around(services, console)
            : prompt.read(services, console, template);
    List<Target> compared = targets.named(models.names());
    Models limited =
        spending.budget(services, targets, console).over(services.models(targets.connection()));
    VerdictDesk desk = new VerdictDesk(services, output, agreement, judging, voting);
    Dispatcher dispatcher = many.dispatcher(services, targets.settings());
    Optional<Judge> judge =
        judging.judge(
            services, targets, compared, new JudgeOptions.Means(limited, dispatcher, desk));
    judging.requireWork(file.isPresent() || checks.wantJudge());
    judge.ifPresent(checks::judgedBy);
    CaseOptions options = new CaseOptions(services, prompt, parameters, checks, template);
    Cases cases =
        file.map(rows -> options.ofFile(rows, asked, many.runs()))
            .orElseGet(() -> options.ofPrompt(asked, many.runs()));
    boolean single = file.isEmpty() && !options.several() && many.runs() == 1 && !results.resumes();
    if (!single) {
      layout.refuseForMany();
    }
    Panel panel =
        new Panel(
            compared,
            form.over(limited),
            form,
            dispatcher,
            connection.retries(!single || output.json || form.held()));
    HistorySettings history = targets.settings().history();
    Verdicts verdicts = desk.verdicts(judge, asked.user(), many.concurrency(), history, console);
    ComparisonWork work =
        new ComparisonWork(new ComparisonSetting(services, output, console, panel), many.baseline())
            .laidOut(layout);
    if (output.dryRun) {
      return work.preview(cases, question -> options.sent(question, asked));
    }
    Recording recording = new Recording(services, console);
    Recorder recorder = recording.begin(output, history);
    desk.recordIn(recorder);
    try {
      ComparisonWork.Sending sending =
          new ComparisonWork.Sending(
              question -> options.sent(question, asked), asked.files(), recorder);
      return single
          ? work.single(cases, sending, checks, results, verdicts)
          : work.matrix(cases, sending, checks, results, verdicts);
    } finally {
      recording.end(recorder);
    }
  }
}
