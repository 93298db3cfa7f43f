package dev.medley.cli;

import dev.medley.catalog.PriceFile;
import dev.medley.catalog.PriceImport;
import dev.medley.chat.Document;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.DataFiles;
import dev.medley.config.Environment;
import dev.medley.config.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    footer = {
      "",
      "The list is kept in the data folder (prices.json) and goes over the bundled one; each model",
      "shows the date of its price. Delete the file to go back. Nothing is fetched unasked.",
      "",
      "Examples:",
      "  medley prices import model_prices_and_context_window.json",
      "  medley prices import https://openrouter.ai/api/v1/models"
    })
final class PricesImportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|URL",
      description = "LiteLLM's price map, or what an endpoint's /models answers, with prices")
  private String from;

  @Mixin private ConfigOption config;

  private final Services services;

  PricesImportCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Console console = new OutputOptions().console(services);
    boolean remote = from.startsWith("http://") || from.startsWith("https://");
    List<PriceImport.Priced> models = read(remote ? fetched() : local());
    LocalDate today = LocalDate.ofInstant(services.clock().now(), ZoneId.systemDefault());
    String source = remote ? from.replaceFirst("[?#].*", "") : Path.of(from).getFileName() + "";
    Path file = DataFiles.prices(services.environment());
    try {
      new PrivateFile(file).write(PriceFile.text(models, source, today));
    } catch (IOException unwritable) {
      throw new CommandFailed(
          Failure.of(FailureKind.CONFIG, "cannot write " + shown(file))
              .withHint("check the folder's permissions and the space on the disk"));
    }
    console.println(
        models.size()
            + " prices of "
            + today
            + " are in "
            + shown(file)
            + ", over the bundled list");
    return ExitCode.OK;
  }

  private List<PriceImport.Priced> read(String text) {
    try {
      return PriceImport.read(text);
    } catch (IllegalArgumentException notAList) {
      throw new CommandFailed(
          Failure.of(FailureKind.MALFORMED, from + ": " + notAList.getMessage())
              .withHint("medley prices import --help says what can be imported"));
    }
  }

  private String fetched() {
    URI url;
    try {
      url = new URI(from);
    } catch (java.net.URISyntaxException wrong) {
      throw CommandFailed.usage("not an address: " + from, "write it as in a browser");
    }
    Targets targets = Targets.load(services, config, new ConnectionOptions());
    Document document =
        services.documents(targets.connection()).fetch(url, services.cancellation());
    document
        .failure()
        .ifPresent(
            failure -> {
              throw new CommandFailed(failure);
            });
    return document.text();
  }

  private String local() {
    return new TextFiles(services.environment(), StandardCharsets.UTF_8).read(Path.of(from));
  }

  private String shown(Path file) {
    Environment environment = services.environment();
    return environment.display(file);
  }
}
