package dev.medley.config;

import dev.medley.config.Section.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds names that name nothing.
 *
 * @param isModel whether the catalogue knows a model of this name at the default provider
 */
record KnownNames(Section root, Optional<String> defaultProvider, Predicate<String> isModel) {
  /** Names in a list of models; a group may stand among them. */
  void checkModels(List<Place> places) {
    places.forEach(this::checkModel);
  }

  void checkModel(Place place) {
    String name = place.text();
    if (name.startsWith("@")) {
      check(place, "group", name.substring(1), "groups");
    } else if (!names("models").contains(name) && !atKnownProvider(name) && !isModel.test(name)) {
      root.problems().accept(unknownModel(place, name));
    }
  }

  void checkTask(Place place) {
    if (!place.text().equals(Task.DEFAULT)) {
      check(place, "task", place.text(), "tasks");
    }
  }

  void checkChain(Place place) {
    check(place, "chain", place.text(), "chains");
  }

  void checkProvider(Place place, String name) {
    check(place, "provider", name, "providers");
  }

  private void check(Place place, String what, String name, String section) {
    Set<String> known = names(section);
    if (!known.contains(name)) {
      String message = "no " + what + " \"" + name + "\"";
      Optional<String> near = Nearest.to(name, known);
      root.problems().accept(new Problem(place.origin(), place.path(), message, near));
    }
  }

  private Problem unknownModel(Place place, String name) {
    int slash = name.indexOf('/');
    Optional<String> near = Nearest.to(name, names("models"));
    if (near.isEmpty() && slash > 0) {
      near = Nearest.to(name.substring(0, slash), names("providers"));
      near = near.map(provider -> provider + name.substring(slash));
    }
    return new Problem(place.origin(), place.path(), whyUnknown(name, near.isPresent()), near);
  }

  private String whyUnknown(String name, boolean meant) {
    if (defaultProvider.isEmpty() && name.contains("/")) {
      return "no provider \"" + name.substring(0, name.indexOf('/')) + "\"";
    }
    String message = "no alias or known model \"" + name + "\"";
    return meant ? message : message + "; write " + defaultProvider.orElse("PROVIDER") + "/" + name;
  }

  private boolean atKnownProvider(String name) {
    int slash = name.indexOf('/');
    return slash > 0 && names("providers").contains(name.substring(0, slash));
  }

  private Set<String> names(String section) {
    Set<String> names = new HashSet<>(root.section(section).node().entries().keySet());
    if (section.equals("tasks")) {
      names.add(Task.DEFAULT);
    }
    return names;
  }

  /** Groups in groups must end somewhere. */
  void checkCircles() {
    for (String group : root.section("groups").node().entries().keySet()) {
      if (leadsTo(group, group, new HashSet<>())) {
        Section groups = root.section("groups");
        groups.problem(
            new Place(groups.path(group), group, groups.origin(group)),
            "the group contains itself");
      }
    }
  }

  private boolean leadsTo(String from, String goal, Set<String> seen) {
    List<String> below = new ArrayList<>();
    for (String member : root.section("groups").texts(from)) {
      if (member.startsWith("@")) {
        below.add(member.substring(1));
      }
    }
    return below.contains(goal)
        || below.stream().filter(seen::add).anyMatch(group -> leadsTo(group, goal, seen));
  }
}
