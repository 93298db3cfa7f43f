package dev.medley.compare.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Answers as A, B, C in an order that tells nothing, and the keys to choose with.
 *
 * @param order the position of the answer that is A, of the one that is B, and so on
 */
public record Ballot(List<Integer> order) {
  /** So that no letter is that of a tie or of none. */
  public static final int MOST = 13;

  public static final char TIE = 't';
  public static final char NONE = 'n';

  /** What a key stands for. */
  public sealed interface Choice {
    /**
     * One is the best.
     *
     * @param position of its answer
     */
    record Answer(int position) implements Choice {}

    /** They are equally good. */
    record Tie() implements Choice {}

    /** None is good. */
    record None() implements Choice {}
  }

  public Ballot {
    order = List.copyOf(order);
  }

  /**
   * Every order is as likely as any other.
   *
   * @param positions those to choose from, 2 to {@link #MOST}
   */
  public static Ballot of(List<Integer> positions, RandomGenerator random) {
    if (positions.size() < 2 || positions.size() > MOST) {
      throw new IllegalArgumentException(positions.size() + " answers");
    }
    List<Integer> order = new ArrayList<>(positions);
    for (int i = order.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Integer moved = order.get(i);
      order.set(i, order.get(other));
      order.set(other, moved);
    }
    return new Ballot(order);
  }

  /** {@code A} for the first. */
  public char letter(int index) {
    return (char) ('A' + index);
  }

  /** What a key stands for, capital or not; empty: nothing. */
  public Optional<Choice> choice(int key) {
    int lower = Character.toLowerCase(key);
    if (lower == TIE) {
      return Optional.of(new Choice.Tie());
    }
    if (lower == NONE) {
      return Optional.of(new Choice.None());
    }
    return IntStream.range(0, order.size())
        .filter(index -> Character.toLowerCase(letter(index)) == lower)
        .<Choice>mapToObj(index -> new Choice.Answer(order.get(index)))
        .findFirst();
  }
}
