package dev.medley.cli;

import dev.medley.chat.HostName;
import dev.medley.chat.Secret;
import dev.medley.config.Chain;
import dev.medley.config.Routing;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.config.Template;
import dev.medley.config.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The names that there are here for a value of a certain kind. No server is asked. */
final class SuggestedValues implements Function<String, List<Suggestion>> {
  private final Targets targets;
  private final Map<String, Function<SuggestedValues, List<Suggestion>>> byLabel =
      Map.of(
          "MODEL", SuggestedValues::models,
          "TASK", SuggestedValues::tasks,
          "CHAIN", SuggestedValues::chains,
          "TEMPLATE", SuggestedValues::templates,
          "PROVIDER", SuggestedValues::providers);

  SuggestedValues(Targets targets) {
    this.targets = targets;
  }

  @Override
  public List<Suggestion> apply(String label) {
    if (label.contains("FILE") || label.contains("PATH") || label.contains("FOLDER")) {
      return List.of(Suggestion.FILES);
    }
    Function<SuggestedValues, List<Suggestion>> known = byLabel.get(label);
    return known == null ? List.of() : known.apply(this);
  }

  /** Aliases and groups first, then models whose key is there, or that need none. */
  private List<Suggestion> models() {
    List<Suggestion> found = new ArrayList<>();
    targets
        .settings()
        .roster()
        .groups()
        .forEach(
            (name, models) -> found.add(new Suggestion("@" + name, String.join(", ", models))));
    for (Target target : targets.known()) {
      if (target.provider().key().map(Secret::present).orElse(true)) {
        found.add(new Suggestion(target.name(), about(target)));
      }
    }
    return found;
  }

  private static String about(Target target) {
    String alias =
        target.name().equals(target.ref().toString()) ? "" : target.ref().toString() + ", ";
    return target
        .info()
        .price()
        .map(
            p ->
                alias
                    + "$"
                    + p.input().toPlainString()
                    + " in, $"
                    + p.output().toPlainString()
                    + " out per 1M")
        .orElse(alias.isEmpty() ? "" : target.ref().toString());
  }

  private List<Suggestion> tasks() {
    return routing().tasks().values().stream()
        .map((Task task) -> new Suggestion(task.name(), task.description()))
        .toList();
  }

  private List<Suggestion> chains() {
    List<Suggestion> found = new ArrayList<>();
    routing()
        .chains()
        .forEach(
            (String name, Chain chain) ->
                found.add(new Suggestion(name, String.join(", ", chain.models()))));
    return found;
  }

  private List<Suggestion> templates() {
    return targets.templates().all().stream()
        .map(Templates.Lookup::template)
        .flatMap(found -> found.stream())
        .map((Template template) -> new Suggestion(template.name(), template.description()))
        .toList();
  }

  private List<Suggestion> providers() {
    return targets.settings().providers().values().stream()
        .map(provider -> new Suggestion(provider.name(), HostName.of(provider.baseUrl())))
        .toList();
  }

  private Routing routing() {
    return targets.settings().routing();
  }
}
