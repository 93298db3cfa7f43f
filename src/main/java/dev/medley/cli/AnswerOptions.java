package dev.medley.cli;

import dev.medley.config.TemplateUse;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What becomes of one answer: what it has to be, and where it goes. */
@OptionGroup("Output")
final class AnswerOptions {
  @Mixin private FormOptions form;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the answer to this file, whole, instead of standard output")
  private String output;

  FormOptions form() {
    return form;
  }

  /** Everything that can be wrong with it is found out here, before anything is sent. */
  AnswerForm form(Services services, TemplateUse template) {
    return form.form(services, template)
        .into(
            Optional.ofNullable(output)
                .filter(name -> !name.equals("-"))
                .map(name -> OutputFile.of(name, services.environment())));
  }
}
