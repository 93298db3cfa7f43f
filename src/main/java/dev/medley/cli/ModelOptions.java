package dev.medley.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which models. */
@OptionGroup("Models")
final class ModelOptions {
  @Option(
      names = {"-m", "--model", "--models"},
      paramLabel = "MODEL",
      split = ",",
      description = "provider/model, an alias or @group; several by comma or repetition")
  private List<String> names = new ArrayList<>();

  /** As given; may be empty. */
  List<String> names() {
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
