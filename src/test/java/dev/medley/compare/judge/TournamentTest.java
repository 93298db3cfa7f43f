package dev.medley.compare.judge;

import static dev.medley.compare.judge.Preference.FIRST;
import static dev.medley.compare.judge.Preference.SECOND;
import static dev.medley.compare.judge.Preference.TIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.compare.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TournamentTest {
  @Test
  void countsAndPoints() {
    Tournament tournament = new Tournament(3);
    tournament.add(List.of(new Duel(0, 1, FIRST), new Duel(0, 2, FIRST), new Duel(1, 2, TIE)));
    tournament.add(List.of(new Duel(0, 1, SECOND), new Duel(2, 0, SECOND)));
    tournament.add(List.of());
    List<Score> scores = tournament.scores(new SplittableRandom(1));
    assertEquals(2, tournament.prompts());
    assertEquals(List.of(3, 0, 1), counts(scores.get(0)));
    assertEquals(List.of(1, 1, 1), counts(scores.get(1)));
    assertEquals(List.of(0, 1, 2), counts(scores.get(2)));
    assertTrue(scores.get(0).points() > scores.get(1).points());
    assertTrue(scores.get(1).points() > scores.get(2).points());
    assertEquals(3000, scores.stream().mapToDouble(Score::points).sum(), 1e-6);
  }

  private static List<Integer> counts(Score score) {
    return List.of(score.wins(), score.ties(), score.losses());
  }

  @Test
  void fewerThanFivePromptsHaveNoInterval() {
    Tournament tournament = new Tournament(2);
    for (int i = 0; i < 4; i++) {
      tournament.add(List.of(new Duel(0, 1, FIRST)));
    }
    assertEquals(Optional.empty(), tournament.scores(new SplittableRandom(1)).get(0).interval());
    tournament.add(List.of(new Duel(0, 1, TIE)));
    assertTrue(tournament.scores(new SplittableRandom(1)).get(0).interval().isPresent());
  }

  /** Ten times as many wins as losses are 400 points: 1200 against 800. */
  @Test
  void theScaleIsThatOfElo() {
    Tournament tournament = new Tournament(2);
    for (int i = 0; i < 1_100; i++) {
      tournament.add(List.of(new Duel(0, 1, i % 11 == 0 ? SECOND : FIRST)));
    }
    List<Score> scores = tournament.scores(new SplittableRandom(1));
    assertEquals(1200, scores.get(0).points(), 1);
    assertEquals(800, scores.get(1).points(), 1);
    Interval interval = scores.get(0).interval().orElseThrow();
    assertTrue(interval.low() < 1200 && 1200 < interval.high(), interval.toString());
    // By the delta method: 1.96 · 400 / ln 10 / 2 / sqrt(n p q)
    assertEquals(
        2 * 1.96 * 400 / Math.log(10) / 2 / Math.sqrt(1_100 * 10 / 121.0),
        interval.high() - interval.low(),
        6);
  }

  @Test
  void equalContestantsHaveTheMeanInTheirInterval() {
    SplittableRandom random = new SplittableRandom(8);
    int outside = 0;
    for (int trial = 0; trial < 60; trial++) {
      Tournament tournament = new Tournament(2);
      for (int i = 0; i < 40; i++) {
        tournament.add(List.of(new Duel(0, 1, Preference.values()[random.nextInt(3)])));
      }
      Interval interval = tournament.scores(random).get(0).interval().orElseThrow();
      outside += interval.low() > 1000 || interval.high() < 1000 ? 1 : 0;
    }
    assertTrue(outside <= 8, outside + " of 60 intervals without the truth");
  }
}
