package dev.medley.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.chat.ModelRef;
import dev.medley.compare.agreement.Agreement;
import dev.medley.compare.agreement.AgreementCount;
import dev.medley.compare.matrix.AnswerGroups;
import dev.medley.compare.matrix.CaseResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Which answers agree, or over many prompts how often. */
public final class AgreementPart implements ComparisonPart {
  private final List<ModelRef> models;
  private final AgreementCount count = new AgreementCount();
  private final AnswerGroups groups;

  /**
   * @param models each once, in the order given
   */
  public AgreementPart(List<ModelRef> models) {
    this.models = List.copyOf(models);
    this.groups = new AnswerGroups(models, count);
  }

  @Override
  public void add(CaseResult result) throws IOException {
    groups.add(result);
  }

  @Override
  public void close() throws IOException {
    groups.close();
  }

  @Override
  public List<String> lines(Style style, int columns) {
    return AgreementText.lines(count, models).stream().map(style::dim).toList();
  }

  @Override
  public void addTo(ObjectNode document) {
    ObjectNode node = document.putObject("agreement");
    node.put("threshold", Agreement.THRESHOLD);
    node.put("prompts", count.prompts()).put("all", count.all()).put("some", count.some());
    node.put("none", count.prompts() - count.all() - count.some());
    count.only().ifPresent(only -> groups(node.putArray("groups"), only));
  }

  private void groups(ArrayNode array, AgreementCount.Last only) {
    List<Integer> answered = only.group().answered();
    for (Agreement.Group group : only.agreement().groups()) {
      ObjectNode node = array.addObject();
      ArrayNode names = node.putArray("models");
      group.members().forEach(i -> names.add(models.get(answered.get(i)).toString()));
      node.put("how", group.how().map(how -> how.name().toLowerCase(Locale.ROOT)).orElse(null));
    }
  }
}
