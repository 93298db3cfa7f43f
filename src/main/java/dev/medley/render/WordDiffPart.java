package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelRef;
import dev.medley.compare.agreement.Similarity;
import dev.medley.compare.agreement.WordDiff;
import dev.medley.compare.matrix.AnswerGroups;
import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.CaseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answers to one prompt, each against the first one, word by word. */
public final class WordDiffPart implements ComparisonPart {
  private final List<ModelRef> models;
  private final AnswerGroups groups;
  private Optional<Group> answers = Optional.empty();

  /**
   * @param models each once, in the order given
   */
  public WordDiffPart(List<ModelRef> models) {
    this.models = List.copyOf(models);
    this.groups = new AnswerGroups(models, group -> answers = Optional.of(group));
  }

  @Override
  public void add(CaseResult result) throws IOException {
    groups.add(result);
  }

  @Override
  public void close() throws IOException {
    groups.close();
  }

  private record Pair(ModelRef first, ModelRef other, String before, String after) {
    double similarity() {
      return Similarity.of(before, after);
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    List<Integer> answered = answers.map(Group::answered).orElse(List.of());
    for (int i = 1; i < answered.size(); i++) {
      Group group = answers.orElseThrow();
      pairs.add(
          new Pair(
              models.get(answered.get(0)),
              models.get(answered.get(i)),
              group.text(answered.get(0)),
              group.text(answered.get(i))));
    }
    return pairs;
  }

  @Override
  public List<String> lines(Style style, int columns) {
    List<String> lines = new ArrayList<>();
    for (Pair pair : pairs()) {
      lines.add("");
      String shared =
          String.format(Locale.ROOT, "%.0f %% of words in common", 100 * pair.similarity());
      lines.add(
          style.bold("── " + pair.first() + " → " + pair.other() + " ── ") + style.dim(shared));
      WordDiff diff = WordDiff.of(pair.before(), pair.after());
      lines.add(WordDiffText.of(diff, style, SafeText::forTerminal).stripTrailing());
    }
    return lines;
  }

  @Override
  public void addTo(ObjectNode document) {
    ArrayNode array = document.putArray("diffs");
    for (Pair pair : pairs()) {
      ObjectNode node = array.addObject();
      node.put("before", pair.first().toString()).put("after", pair.other().toString());
      StatisticsJson.number(node, "similarity", OptionalDouble.of(pair.similarity()));
      ArrayNode pieces = node.putArray("pieces");
      for (WordDiff.Piece piece : WordDiff.of(pair.before(), pair.after()).pieces()) {
        pieces
            .addObject()
            .put("kind", piece.kind().name().toLowerCase(Locale.ROOT))
            .put("text", piece.text());
      }
    }
  }
}
