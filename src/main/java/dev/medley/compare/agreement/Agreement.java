package dev.medley.compare.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.send.JsonAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several answers agree. An answer joins the first group whose first answer it agrees
 * with, so it is the order given that decides between two groups.
 *
 * @param groups the largest first; every answer is in exactly one
 */
public record Agreement(List<Group> groups) {
  /** The part of their words that alike answers share at least: see {@link Similarity}. */
  public static final double THRESHOLD = 0.9;

  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  /** Signs around a short answer that say nothing: quotes, emphasis, a full stop. */
  private static final String BEFORE = "\"'“”‘’«»`*_";

  private static final String AFTER = BEFORE + ".!。";

  /** How answers agree, from the strictest. */
  public enum How {
    /** The same text but for capitals, white space and the signs around it. */
    TEXT,
    /** The same JSON, whatever the order of fields and the way to write numbers. */
    JSON,
    /** {@link #THRESHOLD} of the words in common. */
    SIMILAR
  }

  /**
   * Answers that agree with the first one of them.
   *
   * @param members positions in the order given
   * @param how the least strict way that was needed; empty: it stands alone
   */
  public record Group(List<Integer> members, Optional<How> how) {
    public Group {
      members = List.copyOf(members);
    }

    private Group with(int member, How way) {
      List<Integer> more = new ArrayList<>(members);
      more.add(member);
      return new Group(more, Optional.of(how.filter(h -> h.compareTo(way) > 0).orElse(way)));
    }
  }

  public Agreement {
    groups = List.copyOf(groups);
  }

  public static Agreement of(List<String> answers) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      join(groups, answers, i);
    }
    groups.sort(Comparator.comparingInt((Group group) -> -group.members().size()));
    return new Agreement(groups);
  }

  private static void join(List<Group> groups, List<String> answers, int answer) {
    for (int g = 0; g < groups.size(); g++) {
      String leader = answers.get(groups.get(g).members().get(0));
      Optional<How> how = how(leader, answers.get(answer));
      if (how.isPresent()) {
        groups.set(g, groups.get(g).with(answer, how.get()));
        return;
      }
    }
    groups.add(new Group(List.of(answer), Optional.empty()));
  }

  /** How two answers agree; empty: they do not. */
  public static Optional<How> how(String a, String b) {
    if (normalized(a).equals(normalized(b))) {
      return Optional.of(How.TEXT);
    }
    Optional<JsonNode> json = json(a);
    if (json.isPresent()) {
      return json(b).filter(other -> json.get().equals(BY_VALUE, other)).map(same -> How.JSON);
    }
    return Similarity.reaches(THRESHOLD, a, b) ? Optional.of(How.SIMILAR) : Optional.empty();
  }

  private static String normalized(String answer) {
    String text = Similarity.comparable(answer);
    int from = 0;
    int to = text.length();
    while (from < to && BEFORE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && AFTER.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  /** A bare word or number is no document: as text it says more. */
  private static Optional<JsonNode> json(String answer) {
    return JsonAnswer.in(answer).map(JsonAnswer::value).filter(JsonNode::isContainerNode);
  }

  /** Whether all of them agree, being at least two. */
  public boolean all() {
    return groups.size() == 1 && groups.get(0).members().size() > 1;
  }

  /** The largest group if it is more than one answer. */
  public Optional<Group> largest() {
    return groups.stream().findFirst().filter(group -> group.members().size() > 1);
  }

  /** How many answers there are. */
  public int answers() {
    return groups.stream().mapToInt(group -> group.members().size()).sum();
  }
}
