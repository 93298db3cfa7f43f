package dev.medley.compare.difference;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares two runs of the same cases. Results belong together by case, run and model; where each
 * run has one model only, whichever that is. Texts are not kept.
 */
public final class RunDifference {
  private final Map<Place, Figures> before = new LinkedHashMap<>();
  private final Map<Place, Figures> after = new LinkedHashMap<>();
  private final Set<ModelRef> modelsBefore = new LinkedHashSet<>();
  private final Set<ModelRef> modelsAfter = new LinkedHashSet<>();

  /** A result of the earlier run. Of several at one place the last counts. */
  public void before(CaseResult result) {
    before.put(Place.of(result), Figures.of(result));
    modelsBefore.add(result.model());
  }

  /** A result of the later run. */
  public void after(CaseResult result) {
    after.put(Place.of(result), Figures.of(result));
    modelsAfter.add(result.model());
  }

  /**
   * What came out.
   *
   * @param onlyBefore results that have none to compare with in the later run
   * @param flips the worse ones first, in the order of the later run
   * @param changed places in the later run of answers that are not the same, word for word
   */
  public record Report(
      int onlyBefore,
      int onlyAfter,
      List<ModelDifference> models,
      List<Flip> flips,
      Set<Place> changed) {
    public int matched() {
      return models.stream().mapToInt(ModelDifference::matched).sum();
    }

    /** Whether anything passed before and does not any more. */
    public boolean worse() {
      return flips.stream().anyMatch(Flip::worse);
    }
  }

  public Report report() {
    Map<ModelRef, ModelTally> tallies = new LinkedHashMap<>();
    List<Flip> flips = new ArrayList<>();
    Set<Place> changed = new LinkedHashSet<>();
    int matched = 0;
    for (Map.Entry<Place, Figures> later : after.entrySet()) {
      Optional<Figures> earlier = Optional.ofNullable(before.get(earlier(later.getKey())));
      if (earlier.isPresent()) {
        matched++;
        ModelRef model = later.getKey().model();
        tallies
            .computeIfAbsent(model, m -> new ModelTally(earlier(later.getKey()).model(), m))
            .add(earlier.get(), later.getValue());
        flip(later.getKey(), earlier.get(), later.getValue()).ifPresent(flips::add);
        if (ModelTally.changed(earlier.get(), later.getValue())) {
          changed.add(later.getKey());
        }
      }
    }
    flips.sort((a, b) -> Boolean.compare(b.worse(), a.worse()));
    return new Report(
        before.size() - matched,
        after.size() - matched,
        corrected(List.copyOf(tallies.values())),
        flips,
        changed);
  }

  /** The place in the earlier run to which one in the later run belongs. */
  public Place earlier(Place later) {
    return modelsBefore.size() == 1 && modelsAfter.size() == 1
        ? later.at(modelsBefore.iterator().next())
        : later;
  }

  private static Optional<Flip> flip(Place place, Figures earlier, Figures later) {
    if (earlier.passed() == later.passed()) {
      return Optional.empty();
    }
    Figures bad = earlier.passed() ? later : earlier;
    return Optional.of(
        new Flip(place, later.prompt(), earlier.passed(), bad.failure(), bad.failedChecks()));
  }

  private static List<ModelDifference> corrected(List<ModelTally> tallies) {
    OptionalDouble[] times = ModelTally.corrected(tallies, ModelTally::timesP);
    OptionalDouble[] rates = ModelTally.corrected(tallies, ModelTally::ratesP);
    List<ModelDifference> models = new ArrayList<>();
    for (int i = 0; i < tallies.size(); i++) {
      models.add(tallies.get(i).difference(times[i], rates[i]));
    }
    return models;
  }
}
