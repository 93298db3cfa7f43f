package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Provider;
import dev.medley.chat.Timeouts;
import dev.medley.config.Section.Place;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The merged tree to settings, with all that is wrong in it. */
final class SettingsDecoder {
  private final Presets presets;
  private final ProviderDecoder providers;
  private final NetworkDecoder ways;
  private final Function<ModelRef, ModelInfo> catalog;
  private final Predicate<Origin> untrusted;

  /**
   * @param untrusted whether a place is in a file that may come from anyone
   */
  SettingsDecoder(
      Presets presets,
      ProviderDecoder providers,
      NetworkDecoder ways,
      Function<ModelRef, ModelInfo> catalog,
      Predicate<Origin> untrusted) {
    this.untrusted = untrusted;
    this.presets = presets;
    this.providers = providers;
    this.ways = ways;
    this.catalog = catalog;
  }

  /**
   * @param environment where the templates are that a task may name
   */
  Settings decode(Section root, Environment environment) {
    new SchemaCheck(root.problems()).check(root.node());
    Map<String, Provider> usable = providers.decode(root.section("providers"));
    DefaultChoice choice = DefaultChoice.of(root, usable, presets);
    KnownNames names = new KnownNames(root, choice.provider(), inCatalog(choice.provider()));
    root.place("default_model").ifPresent(place -> checkDefault(root, names, place));
    ModelDecoder models = new ModelDecoder(names, untrusted);
    Roster roster =
        new Roster(
            choice.model(),
            choice.provider(),
            models.aliases(root.section("models")),
            models.groups(root.section("groups")));
    Map<String, Template> templates = templates(root.section("templates"), names);
    RoutingDecoder decoder =
        new RoutingDecoder(names, new Templates(environment, templates), root.problems());
    Routing routing =
        new Routing(
            decoder.tasks(root.section("tasks")),
            decoder.rules(root),
            new ChainDecoder(names).chains(root.section("chains")),
            root.parsed("auto", Numbers::flag).orElse(false));
    return new Settings(
        usable,
        roster,
        routing,
        limits(root.section("limits")),
        timeouts(root.section("network")),
        history(root.section("history")),
        ways.decode(root.section("network")),
        templates,
        Throttle.of(root.section("providers")));
  }

  private static Map<String, Template> templates(Section section, KnownNames names) {
    Map<String, Template> templates = new LinkedHashMap<>();
    section
        .sections()
        .forEach(
            (name, one) -> {
              one.place("model").ifPresent(names::checkModel);
              one.place("task").ifPresent(names::checkTask);
              templates.put(name, TemplateDecoder.template(name, one));
            });
    return templates;
  }

  private Predicate<String> inCatalog(Optional<String> provider) {
    return name ->
        provider
            .map(owner -> catalog.apply(new ModelRef(owner, name)))
            .filter(info -> info.price().isPresent() || info.window().isPresent())
            .isPresent();
  }

  private static void checkDefault(Section root, KnownNames names, Place place) {
    if (place.text().startsWith("@")) {
      root.problem(place, "names a group; the default is one model");
    } else {
      names.checkModel(place);
    }
  }

  private static Limits limits(Section section) {
    return new Limits(
        section.parsed("per_request", Numbers::amount),
        section.parsed("per_day", Numbers::amount),
        section.parsed("per_month", Numbers::amount),
        section.parsed("max_price", PriceCap::parse));
  }

  private static Timeouts timeouts(Section section) {
    Timeouts usual = Timeouts.DEFAULT;
    return new Timeouts(
        duration(section, "connect_timeout", usual.connect()),
        duration(section, "first_token_timeout", usual.firstToken()),
        duration(section, "idle_timeout", usual.idle()),
        duration(section, "timeout", usual.total()));
  }

  private static Duration duration(Section section, String key, Duration usual) {
    return section.parsed(key, Durations::parse).orElse(usual);
  }

  private static HistorySettings history(Section section) {
    return new HistorySettings(
        section.parsed("enabled", Numbers::flag).orElse(true),
        section.parsed("bodies", Numbers::flag).orElse(true));
  }
}
