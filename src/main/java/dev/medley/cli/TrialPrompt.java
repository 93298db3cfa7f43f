package dev.medley.cli;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.Cancellation;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Provider;
import dev.medley.chat.ReplyListener;
import dev.medley.chat.Usage;
import dev.medley.config.Target;
import dev.medley.render.Figures;
import dev.medley.render.Finding;
import dev.medley.send.Models;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Sends a very short prompt, to see whether answers stream and say what they used. */
final class TrialPrompt {
  /** One would do; some servers refuse so low a limit. */
  private static final int FEW_TOKENS = 16;

  private static final String STREAMING = "streaming";

  private final Models models;
  private final Optional<String> named;
  private final Map<String, String> usual;
  private final Function<ModelRef, ModelInfo> catalog;
  private final Cancellation cancellation;

  /**
   * @param named the model that the user wants asked
   * @param usual by provider: the model to ask when none is named
   * @param catalog what is known of a model
   */
  TrialPrompt(
      Models models,
      Optional<String> named,
      Map<String, String> usual,
      Function<ModelRef, ModelInfo> catalog,
      Cancellation cancellation) {
    this.catalog = catalog;
    this.models = models;
    this.named = named;
    this.usual = usual;
    this.cancellation = cancellation;
  }

  /**
   * @param listed the ids that the provider lists
   */
  List<Finding> of(Provider provider, List<String> listed) {
    Optional<String> model = model(provider.name(), listed);
    if (model.isEmpty()) {
      String remedy = "name one: medley doctor --send -m MODEL " + provider.name();
      return List.of(Finding.warn(provider.name(), STREAMING, "no model to ask", remedy));
    }
    ModelRef ref = new ModelRef(provider.name(), model.get());
    Target target =
        new Target(ref.toString(), ref, provider, catalog.apply(ref), provider.dialect());
    Prompt prompt =
        Prompt.of("Say ok.")
            .withParameters(Parameters.NONE.with(Parameters.MAX_TOKENS, FEW_TOKENS));
    AtomicInteger pieces = new AtomicInteger();
    Outcome outcome = models.open(target).send(prompt, counting(pieces), cancellation);
    return outcome.fold(
        answered -> findings(ref, answered, pieces.get()), failed -> List.of(failure(ref, failed)));
  }

  /** The usual one if it is there, else one that the catalogue knows, else the first. */
  private Optional<String> model(String provider, List<String> listed) {
    Optional<String> hint = Optional.ofNullable(usual.get(provider));
    return named
        .or(() -> hint.filter(id -> listed.isEmpty() || listed.contains(id)))
        .or(() -> listed.stream().filter(id -> isKnown(new ModelRef(provider, id))).findFirst())
        .or(() -> listed.stream().findFirst());
  }

  private boolean isKnown(ModelRef ref) {
    return catalog.apply(ref).price().isPresent();
  }

  private static ReplyListener counting(AtomicInteger pieces) {
    return new ReplyListener() {
      @Override
      public void onText(String piece) {
        pieces.incrementAndGet();
      }

      @Override
      public void onReasoning(String piece) {
        pieces.incrementAndGet();
      }
    };
  }

  private static List<Finding> findings(ModelRef ref, Outcome.Answered answered, int pieces) {
    String how = pieces > 1 ? "in " + pieces + " pieces" : "in one piece";
    String first =
        answered.timing().firstToken().map(t -> ", first after " + t.toMillis() + " ms").orElse("");
    Usage usage = answered.reply().usage();
    return List.of(
        Finding.ok(ref.provider(), STREAMING, ref.id() + " answers " + how + first)
            .after(answered.timing().total()),
        usage.known()
            ? Finding.ok(ref.provider(), "usage", "reported: " + Figures.tokens(usage) + " tokens")
            : Finding.warn(
                ref.provider(), "usage", "not reported", "what its answers cost stays unknown"));
  }

  /** A model that thinks may spend so few tokens without a word. */
  private static Finding failure(ModelRef ref, Outcome.Failed failed) {
    Finding finding = Finding.fail(ref.provider(), STREAMING, failed.failure());
    return failed.failure().kind() == FailureKind.EMPTY ? finding.asWarning() : finding;
  }
}
