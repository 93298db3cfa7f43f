package dev.medley.cli;

import dev.medley.compare.dispatch.Dispatcher;
import dev.medley.compare.prompts.PromptFile;
import dev.medley.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Many prompts, each asked several times. */
@OptionGroup("Many prompts")
final class MatrixOptions {
  /** As many connections as are kept open. */
  private static final int MOST_CONCURRENT = 512;

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = {
        "one prompt a row: .txt a line each, .jsonl, .csv, .tsv with a header, .yaml or .json a"
            + " list; the fields fill in the prompt's {{name}}, the field prompt is the prompt"
            + " where none is given"
      })
  private String prompts;

  @Option(names = "--runs", paramLabel = "N", description = "ask everything so often (default: 1)")
  private int runs = 1;

  @Option(
      names = {"-j", "--concurrency"},
      paramLabel = "N",
      description = {
        "requests at once (default: ${DEFAULT-VALUE}, at most 512); a provider's max_concurrency"
            + " and requests_per_minute bound it further"
      })
  private int concurrency = Dispatcher.USUAL_CONCURRENCY;

  @Option(names = "--baseline", description = "show how the others differ from the first model")
  private boolean baseline;

  boolean baseline() {
    return baseline;
  }

  int runs() {
    if (runs < 1) {
      throw CommandFailed.usage("--runs is " + runs, "write 1 or more");
    }
    return runs;
  }

  /** Empty: the command line has the prompt. */
  Optional<PromptFile> file(Services services) {
    if (prompts == null) {
      return Optional.empty();
    }
    Path path = services.environment().path(prompts, services.environment().workingFolder());
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      boolean there = Files.exists(path);
      throw CommandFailed.usage(
          (there ? "cannot read " : "no such file: ") + prompts,
          there ? "name a regular file" : "check the path");
    }
    return Optional.of(new PromptFile(prompts, path));
  }

  /** How many requests at once. */
  int concurrency() {
    if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
      throw CommandFailed.usage(
          "-j is " + concurrency, "write a number from 1 to " + MOST_CONCURRENT);
    }
    return concurrency;
  }

  Dispatcher dispatcher(Services services, Settings settings) {
    return new Dispatcher(services.clock(), concurrency(), settings.throttles());
  }
}
