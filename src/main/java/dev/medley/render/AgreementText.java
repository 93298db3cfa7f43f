package dev.medley.render;

import dev.medley.chat.ModelRef;
import dev.medley.compare.agreement.Agreement;
import dev.medley.compare.agreement.Agreement.Group;
import dev.medley.compare.agreement.AgreementCount;
import java.util.ArrayList;
import java.util.List;

/** Which answers agree, in a line; nothing where there were not two answers. */
public final class AgreementText {
  private AgreementText() {}

  /**
   * @param models in the order of positions
   */
  public static List<String> lines(AgreementCount count, List<ModelRef> models) {
    if (count.prompts() == 0) {
      return List.of();
    }
    return count
        .only()
        .map(
            only ->
                one(only.agreement(), only.group().answered().stream().map(models::get).toList()))
        .orElseGet(() -> many(count));
  }

  private static List<String> one(Agreement agreement, List<ModelRef> models) {
    int answers = agreement.answers();
    if (agreement.largest().isEmpty()) {
      return List.of(answers == 2 ? "the two answers differ" : "no two of " + answers + " agree");
    }
    if (agreement.all()) {
      return List.of(
          (answers == 2 ? "both" : "all " + answers) + " agree: " + how(agreement.groups().get(0)));
    }
    List<String> lines = new ArrayList<>();
    for (Group group : agreement.groups()) {
      if (group.members().size() > 1) {
        String names =
            SpeedText.listed(group.members().stream().map(i -> models.get(i).toString()).toList());
        lines.add(
            group.members().size()
                + " of "
                + answers
                + " agree: "
                + names
                + " ("
                + how(group)
                + ")");
      }
    }
    return lines;
  }

  private static String how(Group group) {
    return switch (group.how().orElseThrow()) {
      case TEXT -> "the same text";
      case JSON -> "the same JSON";
      case SIMILAR -> Math.round(100 * Agreement.THRESHOLD) + " % of their words or more in common";
    };
  }

  private static List<String> many(AgreementCount count) {
    int none = count.prompts() - count.all() - count.some();
    return List.of(
        "agreement over "
            + count.prompts()
            + " prompts and runs: all agree in "
            + count.all()
            + ", some in "
            + count.some()
            + ", none in "
            + none);
  }
}
