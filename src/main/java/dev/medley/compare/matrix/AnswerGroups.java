package dev.medley.compare.matrix;

import dev.medley.chat.ModelRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the results of all models on the same case and run together. Only cases that are not
 * complete are kept in memory.
 */
public final class AnswerGroups implements ResultSink {
  private final List<ModelRef> models;
  private final Receiver receiver;
  private final Map<Place, Map<ModelRef, CaseResult>> open = new LinkedHashMap<>();

  private record Place(String key, int run) {}

  /** All results on one case and run. */
  public interface Receiver {
    void accept(Group group) throws IOException;
  }

  /**
   * @param results in the order of models; empty: there is none, because the run was stopped
   */
  public record Group(Case asked, List<Optional<CaseResult>> results) {
    public Group {
      results = List.copyOf(results);
    }

    /** The positions of models that have answered. */
    public List<Integer> answered() {
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).filter(r -> r.outcome().answered()).isPresent()) {
          positions.add(i);
        }
      }
      return positions;
    }

    /** The answer of a model that has answered, or the part of it that was asked for. */
    public String text(int position) {
      return results.get(position).orElseThrow().text();
    }
  }

  /**
   * @param models in the order given
   * @param receiver hears of each group once, as soon as it is complete; of what is not complete at
   *     the end, then
   */
  public AnswerGroups(List<ModelRef> models, Receiver receiver) {
    this.models = models.stream().distinct().toList();
    this.receiver = receiver;
  }

  @Override
  public void add(CaseResult result) throws IOException {
    Place place = new Place(result.asked().key(), result.asked().run());
    Map<ModelRef, CaseResult> group = open.computeIfAbsent(place, p -> new LinkedHashMap<>());
    group.put(result.model(), result);
    if (group.keySet().containsAll(models)) {
      open.remove(place);
      receiver.accept(group(group));
    }
  }

  @Override
  public void close() throws IOException {
    for (Map<ModelRef, CaseResult> incomplete : open.values()) {
      receiver.accept(group(incomplete));
    }
    open.clear();
  }

  private Group group(Map<ModelRef, CaseResult> results) {
    return new Group(
        results.values().iterator().next().asked(),
        models.stream().map(model -> Optional.ofNullable(results.get(model))).toList());
  }
}
