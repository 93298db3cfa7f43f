package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelLister;
import dev.medley.chat.ModelListing;
import dev.medley.chat.Provider;
import dev.medley.chat.RemoteModel;
import dev.medley.render.ErrorText;
import dev.medley.render.RemoteModelsTable;
import dev.medley.render.RemoteModelsTable.Answer;
import java.util.List;
import java.util.Locale;

/** {@code medley models --remote}: what endpoints themselves say that they have. */
final class RemoteModels {
  private final Services services;
  private final OutputOptions output;
  private final Console console;
  private final ModelLister lister;
  private final String filter;

  RemoteModels(
      Services services, OutputOptions output, Console console, ModelLister lister, String filter) {
    this.services = services;
    this.output = output;
    this.console = console;
    this.lister = lister;
    this.filter = filter.toLowerCase(Locale.ROOT);
  }

  /** Of one provider. A failure is an error of the command. */
  int of(Provider provider) {
    Answer answer = ask(provider);
    if (output.json) {
      console.println(RemoteModelsTable.json(List.of(answer)));
    }
    if (answer.listing().failure().isPresent()) {
      Failure failure = answer.listing().failure().get();
      new ErrorText(console.errStyle(), output.verbose)
          .of(provider.name(), failure)
          .forEach(console::note);
      return ExitCode.of(failure.kind());
    }
    if (!output.json) {
      print(answer);
    }
    return ExitCode.OK;
  }

  /** Of several, all asked at once; those that fail do not spoil the others. */
  int of(List<Provider> providers) {
    if (providers.size() == 1) {
      return of(providers.get(0));
    }
    List<Answer> answers = InParallel.map(providers, this::ask);
    if (output.json) {
      console.println(RemoteModelsTable.json(answers));
    } else {
      answers.forEach(this::printBlock);
    }
    boolean any = answers.stream().anyMatch(answer -> answer.listing().failure().isEmpty());
    return any ? ExitCode.OK : ExitCode.of(FailureKind.ALL_FAILED);
  }

  private Answer ask(Provider provider) {
    ModelListing listing = lister.list(provider, services.cancellation());
    List<RemoteModel> wanted =
        listing.models().stream()
            .filter(model -> model.id().toLowerCase(Locale.ROOT).contains(filter))
            .toList();
    return new Answer(
        provider.name(),
        new ModelListing(wanted, listing.more(), listing.failure(), listing.journey()));
  }

  private void printBlock(Answer answer) {
    console.println(console.outStyle().bold("── " + answer.provider() + " ──"));
    answer
        .listing()
        .failure()
        .ifPresentOrElse(
            failure -> console.println(ErrorText.inOneLine(failure)), () -> print(answer));
    console.println("");
  }

  private void print(Answer answer) {
    List<RemoteModel> models = answer.listing().models();
    if (models.isEmpty()) {
      String which = filter.isEmpty() ? "" : " named like \"" + filter + "\"";
      console.note(answer.provider() + " lists no models" + which);
    }
    RemoteModelsTable.lines(models, console.outStyle(), console.columns())
        .forEach(console::println);
    if (answer.listing().more()) {
      console.note("note: " + answer.provider() + " says that it has more than it listed");
    }
  }
}
