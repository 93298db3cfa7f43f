package dev.medley.repl.command;

import dev.medley.catalog.Price;
import dev.medley.config.Roster;
import dev.medley.config.Routing;
import dev.medley.config.Settings;
import dev.medley.config.Target;
import dev.medley.config.Task;
import dev.medley.render.ModelsTable;
import dev.medley.repl.Chat;
import dev.medley.repl.Completion;
import dev.medley.repl.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names that can be completed: models, groups, chains, tasks. All of it is in memory. */
final class Names {
  /** A model. */
  static final Completion MODEL =
      (chat, before, word) -> before.isEmpty() ? models(chat, word) : List.of();

  /** Several models by comma, groups among them. */
  static final Completion MODELS =
      (chat, before, word) -> {
        if (!before.isEmpty()) {
          return List.of();
        }
        String done = word.substring(0, word.lastIndexOf(',') + 1);
        Stream<Suggestion> models = models(chat, word.substring(done.length())).stream();
        return Stream.concat(models, groups(chat).stream())
            .map(s -> new Suggestion(done + s.text(), s.group(), s.description(), s.complete()))
            .toList();
      };

  private Names() {}

  /** Before anything is typed, a provider without a key is one suggestion, not a screenful. */
  private static List<Suggestion> models(Chat chat, String begun) {
    Roster roster = chat.surroundings().settings().roster();
    List<Suggestion> all = new ArrayList<>();
    Map<String, Integer> keyless = new LinkedHashMap<>();
    for (Target target : chat.surroundings().known()) {
      boolean alias = roster.models().containsKey(target.name());
      if (begun.isEmpty() && !alias && !hasKey(target)) {
        keyless.merge(target.ref().provider(), 1, Integer::sum);
      } else {
        all.add(new Suggestion(target.name(), alias ? "aliases" : "models", facts(target, alias)));
      }
    }
    keyless.forEach(
        (provider, count) ->
            all.add(new Suggestion(provider + "/", "models", count + " · ✗ no key", false)));
    return all;
  }

  private static boolean hasKey(Target target) {
    return target.provider().key().map(key -> key.present()).orElse(true);
  }

  /** Such as {@code 128k window · $0.15 in, $0.60 out · no key}. */
  private static String facts(Target target, boolean alias) {
    List<String> facts = new ArrayList<>();
    if (alias) {
      facts.add(target.ref().toString());
    }
    if (target.info().window().isPresent()) {
      facts.add(ModelsTable.window(target.info().window()));
    }
    target.info().price().map(Names::price).ifPresent(facts::add);
    if (!hasKey(target)) {
      facts.add("✗ no key");
    }
    return String.join(" · ", facts);
  }

  private static String price(Price price) {
    return "$" + ModelsTable.plain(price.input()) + "/$" + ModelsTable.plain(price.output());
  }

  private static List<Suggestion> groups(Chat chat) {
    Map<String, List<String>> groups = chat.surroundings().settings().roster().groups();
    return groups.entrySet().stream()
        .map(e -> new Suggestion("@" + e.getKey(), "groups", String.join(", ", e.getValue())))
        .toList();
  }

  static List<Suggestion> chains(Settings settings) {
    return settings.routing().chains().values().stream()
        .map(c -> new Suggestion(c.name(), "chains", String.join(", then ", c.models())))
        .toList();
  }

  static List<Suggestion> tasks(Routing routing) {
    return routing.tasks().values().stream().map(Names::task).toList();
  }

  private static Suggestion task(Task task) {
    return new Suggestion(task.name(), "tasks", task.description());
  }
}
