package dev.medley.cli;

import dev.medley.chat.Prompt;
import dev.medley.compare.Comparison;
import dev.medley.config.Target;
import dev.medley.render.ComparisonTable;
import dev.medley.render.JsonReport;
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
  @Mixin private OutputOptions output;
  @Mixin private FormOptions wanted;
  @Mixin private ConfigOption config;

  private final Services services;
  private AnswerForm form = AnswerForm.PLAIN;

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
    Prompt asked =
        prompt
            .read(services, console, template)
            .prompt(Optional.empty(), parameters.parameters(), parameters.stream());
    form = wanted.form(services, template);
    Models opened = form.over(services.models(targets.connection()));
    if (output.dryRun) {
      console.println(DryRun.document(compared, asked, opened));
      return ExitCode.OK;
    }
    return compare(compared, asked, opened, console);
  }

  private int compare(List<Target> compared, Prompt asked, Models opened, Console console) {
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
    if (output.json) {
      console.println(
          JsonReport.of(results.stream().map(result -> run(result, asked, at)).toList()));
    } else {
      ComparisonTable.lines(results, console.outStyle(), console.columns())
          .forEach(console::println);
    }
    return ExitCode.of(results);
  }

  private Comparison.Audience blocks(List<Target> compared, Console console) {
    OrderedBlocks blocks = new OrderedBlocks(console, compared, output.verbose);
    return form.held() ? new HeldBlocks(blocks, form) : blocks;
  }

  private Run run(Delivery result, Prompt asked, Instant at) {
    return new Run(
        services.newId(), "compare", asked, at, Optional.empty(), result, form.extracted(result));
  }
}
