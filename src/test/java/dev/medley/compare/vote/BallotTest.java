package dev.medley.compare.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.compare.vote.Ballot.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BallotTest {
  @Test
  void keysStandForWhatIsShown() {
    Ballot ballot = new Ballot(List.of(4, 0, 2));
    assertEquals(Optional.of(new Choice.Answer(4)), ballot.choice('a'));
    assertEquals(Optional.of(new Choice.Answer(2)), ballot.choice('C'));
    assertEquals(Optional.empty(), ballot.choice('d'));
    assertEquals(Optional.of(new Choice.Tie()), ballot.choice('t'));
    assertEquals(Optional.of(new Choice.None()), ballot.choice('N'));
    assertEquals(Optional.empty(), ballot.choice('\n'));
  }

  @Test
  void everyOrderIsAsLikely() {
    SplittableRandom random = new SplittableRandom(1);
    Map<List<Integer>, Integer> seen = new HashMap<>();
    for (int i = 0; i < 6_000; i++) {
      seen.merge(Ballot.of(List.of(0, 1, 2), random).order(), 1, Integer::sum);
    }
    assertEquals(6, seen.size());
    // 1000 each, give or take five standard deviations
    assertTrue(seen.values().stream().allMatch(n -> Math.abs(n - 1_000) < 145), seen.toString());
  }

  @Test
  void theLastLetterIsNoOtherKey() {
    List<Integer> most = IntStream.range(0, Ballot.MOST).boxed().toList();
    Ballot ballot = new Ballot(most);
    assertEquals('M', ballot.letter(Ballot.MOST - 1));
    assertEquals(Optional.of(new Choice.Answer(12)), ballot.choice('m'));
    assertEquals(Optional.of(new Choice.None()), ballot.choice('n'));
    assertThrows(
        IllegalArgumentException.class, () -> Ballot.of(List.of(1), new SplittableRandom(1)));
  }
}
