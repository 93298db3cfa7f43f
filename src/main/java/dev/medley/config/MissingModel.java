package dev.medley.config;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.config.Loaded.Surroundings;
import java.util.List;
import java.util.Optional;

/** Why a name is no model, and what to do about it. */
record MissingModel(Settings settings, Surroundings surroundings) {
  private static final String OFFLINE = "offline: medley ask -m demo/swift \"hi\"";

  Failure nothingNamed() {
    return Failure.of(FailureKind.CONFIG, "no model: none is named, and no key is set")
        .withHint(setKey() + ", or name one with -m; " + OFFLINE);
  }

  Failure noProviderFor(String name) {
    Optional<String> meant = meant(name);
    if (meant.isPresent()) {
      return notFound("no model \"" + name + "\"", "did you mean \"" + meant.get() + "\"?");
    }
    return Failure.of(
            FailureKind.CONFIG,
            "no provider for \"" + name + "\": none is named, and no key is set")
        .withHint("write PROVIDER/" + name + ", or " + setKey() + "; " + OFFLINE);
  }

  Failure mistyped(String name, String meant, ModelRef literally) {
    return notFound(
        "no model \"" + name + "\"",
        "did you mean \"" + meant + "\"? write " + literally + " if not");
  }

  Failure group(String name) {
    List<String> known = settings.roster().groups().keySet().stream().map(g -> "@" + g).toList();
    String all =
        known.isEmpty()
            ? "add it to groups in " + surroundings.userFile()
            : "known are " + String.join(", ", known);
    String hint = Nearest.to(name, known).map(near -> "did you mean \"" + near + "\"?").orElse(all);
    return notFound("no group \"" + name + "\"", hint);
  }

  Failure emptyGroup(String name) {
    return Failure.of(FailureKind.CONFIG, "group \"" + name + "\" is empty")
        .withHint("name its models in " + surroundings.userFile());
  }

  Failure noModelAfter(String name) {
    return notFound("no model after \"" + name + "\"", "medley models lists what there is");
  }

  Failure provider(String provider, String alias) {
    return Failure.of(
            FailureKind.CONFIG, "\"" + alias + "\" is at \"" + provider + "\", which is not usable")
        .withHint("medley config check says why");
  }

  /** The name that a mistyped one stands for: an alias, or a model of a provider. */
  Optional<String> meant(String name) {
    Optional<String> alias = Nearest.to(name, settings.roster().models().keySet());
    int slash = name.indexOf('/');
    if (alias.isPresent() || slash <= 0) {
      return alias;
    }
    String first = name.substring(0, slash);
    return settings.providers().keySet().stream()
        .filter(provider -> slip(first, provider))
        .map(provider -> provider + name.substring(slash))
        .findFirst();
  }

  /**
   * Narrower than for aliases: gateways have model names such as {@code mistralai/…} and {@code
   * x-ai/…} that are near to a provider's and right.
   */
  private static boolean slip(String typed, String provider) {
    return !typed.replace("-", "").equals(provider) && Nearest.distance(typed, provider) == 1;
  }

  private String setKey() {
    String first = surroundings.presetVariables().values().iterator().next();
    return "export " + first + "=… (or another provider's key), or run medley config init";
  }

  private static Failure notFound(String message, String hint) {
    return Failure.of(FailureKind.NOT_FOUND, message).withHint(hint);
  }
}
