package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Provider;
import dev.medley.chat.Secret;
import dev.medley.config.Environment;
import dev.medley.config.Loaded;
import dev.medley.render.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what is known before anything is sent: files, keys, the proxy. */
final class SettingsCheckup {
  private final Environment environment;
  private final Loaded loaded;

  SettingsCheckup(Environment environment, Loaded loaded) {
    this.environment = environment;
    this.loaded = loaded;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(settings());
    findings.addAll(keys(loaded.settings().providers().values()));
    return findings;
  }

  private List<Finding> settings() {
    List<Finding> findings = new ArrayList<>();
    String files =
        loaded.files().stream().map(environment::display).collect(Collectors.joining(" over "));
    findings.add(
        Finding.ok("settings", "files", files.isEmpty() ? "none; presets and environment" : files));
    loaded.problems().stream()
        .map(problem -> Failure.of(FailureKind.CONFIG, problem.toString()))
        .map(failure -> failure.withHint("mend that line"))
        .forEach(failure -> findings.add(Finding.fail("settings", "problem", failure)));
    for (String name : loaded.surroundings().unknownVariables()) {
      findings.add(
          Finding.warn(
              "settings", "variable", name + " sets nothing that medley knows", "unset it"));
    }
    return findings;
  }

  private List<Finding> keys(Collection<Provider> providers) {
    List<Finding> findings = new ArrayList<>();
    String present = described(providers, true);
    String missing = described(providers, false);
    findings.add(
        present.isEmpty()
            ? Finding.warn("keys", "present", "none", "medley keys set openai, or another provider")
            : Finding.ok("keys", "present", present));
    if (!missing.isEmpty()) {
      findings.add(Finding.skipped("keys", "missing", missing, ""));
    }
    loaded
        .surroundings()
        .warnings()
        .forEach(warning -> findings.add(Finding.warn("keys", "file", warning, "")));
    return findings;
  }

  private static String described(Collection<Provider> providers, boolean present) {
    return providers.stream()
        .filter(provider -> provider.key().filter(key -> key.present() == present).isPresent())
        .map(p -> present ? p.name() + " (" + p.key().map(Secret::describe).get() + ")" : p.name())
        .collect(Collectors.joining(", "));
  }
}
