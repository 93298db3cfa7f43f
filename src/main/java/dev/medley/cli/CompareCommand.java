package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.history.Heading;
import dev.medley.history.Question;
import dev.medley.history.Recorder;
import dev.medley.render.ComparisonTable;
import dev.medley.render.JsonReport;
import dev.medley.render.OrderedBlocks;
import dev.medley.render.Run;
import dev.medley.send.Delivery;
import dev.medley.send.Models;
import java.time.Instant;
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
      "  medley compare -m @all --json \"hi\" | jq .totals"
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin private PromptOptions prompt;
  @Mixin private ModelOptions models;
  @Mixin private ParameterOptions parameters;
  @Mixin private ConnectionOptions connection;
  @Mixin private SpendingOptions spending;
  @Mixin private OutputOptions output;
  @Mixin private FormOptions wanted;
  @Mixin private ConfigOption config;

  private final Services services;
  private AnswerForm form = AnswerForm.PLAIN;
  private Question question;

  CompareCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = output.console(services);
    Targets targets = Targets.load(services, config, connection);
    if (models.names().isEmpty()) {
      throw CommandFailed.usage(
          "compare needs models", "name them: medley compare -m demo/swift,demo/sage \"hi\"");
    }
    TemplateUse template = prompt.template(targets);
    List<Target> compared = targets.named(models.names());
    var read = prompt.read(services, console, template);
    Prompt asked = read.prompt(Optional.empty(), parameters.parameters(), parameters.stream());
    form = wanted.form(services, template);
    Models opened =
        form.over(
            spending
                .budget(services, targets, console)
                .over(services.models(targets.connection())));
    if (output.dryRun) {
      console.println(DryRun.document(compared, asked, opened));
      return ExitCode.OK;
    }
    Recording recording = new Recording(services, console);
    Recorder recorder = recording.begin(output, targets.settings().history());
    try {
      List<String> names = compared.stream().map(Target::name).toList();
      question = Question.of(asked, names, read.files(), form.described());
      return compare(compared, asked, opened, console, recorder);
    } finally {
      recording.end(recorder);
    }
  }

  private int compare(
      List<Target> compared, Prompt asked, Models opened, Console console, Recorder recorder) {
    Instant at = services.clock().now();
    Comparison comparison = new Comparison(services.sender(opened));
    Comparison.Audience audience =
        output.json ? Comparison.Audience.NOBODY : blocks(compared, console);
    List<Delivery> results =
        comparison.run(
            compared,
            asked,
            connection.retries(output.json || form.held()),
            audience,
            services.cancellation());
    ComparisonRecord kept = new ComparisonRecord(recorder, services::newId, at);
    List<Run> runs =
        results.stream().map(one -> run(kept.keep(question, one), one, asked)).toList();
    if (output.json) {
      console.println(JsonReport.of(runs));
    } else {
      ComparisonTable.lines(results, console.outStyle(), console.columns())
          .forEach(console::println);
    }
    return ExitCode.of(results);
  }

  private Comparison.Audience blocks(List<Target> compared, Console console) {
    OrderedBlocks blocks = new OrderedBlocks(new ConsolePaper(console), compared, output.verbose);
    return form.held() ? new HeldBlocks(blocks, form) : blocks;
  }

  private Run run(Heading kept, Delivery result, Prompt asked) {
    return new Run(
        kept.id(),
        kept.command(),
        asked,
        kept.at(),
        Optional.empty(),
        result,
        form.extracted(result),
        kept.place().conversationId());
  }
}
