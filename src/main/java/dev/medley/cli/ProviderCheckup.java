package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelLister;
import dev.medley.chat.ModelListing;
import dev.medley.chat.ModelListing.Stage;
import dev.medley.chat.ModelListing.Step;
import dev.medley.chat.Provider;
import dev.medley.chat.RemoteModel;
import dev.medley.render.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at one provider by asking for its models: each step of the way, then the answer. */
final class ProviderCheckup {
  private final ModelLister lister;
  private final Optional<TrialPrompt> trial;
  private final Cancellation cancellation;

  /**
   * @param trial empty: nothing is sent that costs
   */
  ProviderCheckup(ModelLister lister, Optional<TrialPrompt> trial, Cancellation cancellation) {
    this.lister = lister;
    this.trial = trial;
    this.cancellation = cancellation;
  }

  List<Finding> of(Provider provider) {
    ModelListing listing = lister.list(provider, cancellation);
    List<Finding> findings = new ArrayList<>();
    for (Step step : listing.journey().steps()) {
      findings.add(
          Finding.ok(provider.name(), word(step.stage()), step.finding()).after(step.took()));
    }
    findings.add(
        listing
            .failure()
            .map(failure -> failed(provider.name(), failure, listing.journey().broke()))
            .orElseGet(() -> listed(provider.name(), listing)));
    boolean reached = listing.failure().map(ProviderCheckup::hasNoList).orElse(true);
    if (reached && trial.isPresent()) {
      List<String> ids = listing.models().stream().map(RemoteModel::id).toList();
      findings.addAll(trial.get().of(provider, ids));
    }
    return findings;
  }

  private static Finding listed(String name, ModelListing listing) {
    int count = listing.models().size();
    Duration took = listing.journey().took();
    return count == 0
        ? Finding.warn(name, "/models", "none", "load or enable a model there").after(took)
        : Finding.ok(name, "/models", count == 1 ? "1 model" : count + " models").after(took);
  }

  private static Finding failed(String name, Failure failure, Optional<Stage> broke) {
    boolean noKey = failure.kind() == FailureKind.CONFIG && failure.status().isEmpty();
    String check = broke.map(ProviderCheckup::word).orElse(noKey ? "key" : "/models");
    Finding finding = Finding.fail(name, check, failure);
    return hasNoList(failure) ? finding.asWarning() : finding;
  }

  /** Some servers answer prompts and have no list. */
  private static boolean hasNoList(Failure failure) {
    int status = failure.status().orElse(0);
    return status == 404 || status == 405 || status == 501;
  }

  private static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
