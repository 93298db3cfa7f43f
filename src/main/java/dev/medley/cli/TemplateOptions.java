package dev.medley.cli;

import dev.medley.config.Nearest;
import dev.medley.config.Template;
import dev.medley.config.TemplateUse;
import dev.medley.config.Templates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** A prompt that was written before, and what to put into its places. */
@OptionGroup("Template")
final class TemplateOptions {
  @Option(
      names = {"-t", "--template"},
      paramLabel = "TEMPLATE",
      description = "use this template; medley templates lists them")
  private String name;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "K=V",
      description = "a value for a template's {{K}}; repeatable")
  private Map<String, String> params = new LinkedHashMap<>();

  /** The template with its values; none where none was named. */
  TemplateUse chosen(Targets targets) {
    TemplateUse chosen = chosenForRows(targets);
    Set<String> missing =
        new LinkedHashSet<>(chosen.template().map(Template::names).orElse(Set.of()));
    missing.removeAll(chosen.values().keySet());
    missing.remove(Template.INPUT);
    if (!missing.isEmpty()) {
      throw CommandFailed.usage(
          "template " + name + " needs a value for " + String.join(", ", missing),
          "give it: -p " + missing.iterator().next() + "=…");
    }
    return chosen;
  }

  /** The template with its values, some of which may still be missing. */
  TemplateUse chosenForRows(Targets targets) {
    if (name == null) {
      if (!params.isEmpty()) {
        throw CommandFailed.usage("-p goes with a template", "name it with -t NAME");
      }
      return TemplateUse.NONE;
    }
    return use(name, params, targets);
  }

  /** The template of that name with these values; each of its places has one then. */
  static TemplateUse use(String name, Map<String, String> params, Targets targets) {
    Template template = find(name, targets.templates());
    Map<String, String> values = new LinkedHashMap<>(template.variables());
    params.forEach((key, value) -> values.put(known(key, template), value));
    return new TemplateUse(Optional.of(template), values);
  }

  /** A template that can be used; else the command ends. */
  static Template find(String name, Templates templates) {
    Templates.Lookup found = templates.find(name);
    if (!found.problems().isEmpty()) {
      throw Targets.wrong(found.problems());
    }
    return found
        .template()
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "no template \"" + name + "\"",
                    meant(name, templates.names()).orElse("medley templates lists them")));
  }

  private static String known(String key, Template template) {
    Set<String> names = new LinkedHashSet<>(template.names());
    names.remove(Template.INPUT);
    if (names.contains(key)) {
      return key;
    }
    String all =
        names.isEmpty()
            ? "it has no places to fill in"
            : "its places to fill in: " + String.join(", ", names);
    throw CommandFailed.usage(
        "template " + template.name() + " has no {{" + key + "}}", meant(key, names).orElse(all));
  }

  private static Optional<String> meant(String typed, Collection<String> names) {
    return Nearest.to(typed, names).map(near -> "did you mean " + near + "?");
  }
}
