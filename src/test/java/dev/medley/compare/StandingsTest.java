package dev.medley.compare;

import static dev.medley.Samples.failed;
import static dev.medley.Samples.reply;
import static dev.medley.Samples.target;
import static dev.medley.Samples.timing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.FailureKind;
import dev.medley.chat.Outcome;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import dev.medley.send.Wait;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static final int NOBODY = -1;
  private static final Delivery FAILED = delivery(failed(FailureKind.AUTH), Cost.UNKNOWN);

  @Test
  void theFastestAndTheCheapest() {
    check(1, 0, answer(900, "0.1"), answer(800, "0.3"), answer(1000, "0.2"));
  }

  @Test
  void aTieHasNoWinner() {
    check(NOBODY, NOBODY, answer(800, "0.10"), answer(800, "0.1"), answer(900, "0.2"));
  }

  @Test
  void aTieForTheSecondPlaceDoesNotMatter() {
    check(2, 2, answer(800, "0.2"), answer(800, "0.2"), answer(700, "0.1"));
  }

  @Test
  void whoFailedDoesNotCompete() {
    check(1, 2, FAILED, answer(800, "0.2"), answer(900, "0.1"));
  }

  @Test
  void oneAnswerIsNoRace() {
    check(NOBODY, NOBODY, FAILED, answer(800, "0.2"));
    check(NOBODY, NOBODY, answer(800, "0.2"));
    check(NOBODY, NOBODY);
  }

  @Test
  void nobodyIsCheapestWhileACostIsUnknown() {
    Delivery unknown = delivery(said(900), Cost.UNKNOWN);
    check(0, NOBODY, answer(800, "0.2"), unknown);
  }

  @Test
  void norWhileACostIsOnlyALowerBound() {
    Cost bound =
        new Cost(Optional.of(new BigDecimal("0.1")), Cost.Source.COMPUTED, Optional.empty(), true);
    check(0, NOBODY, answer(800, "0.2"), delivery(said(900), bound));
  }

  @Test
  void freeIsCheapest() {
    check(0, 1, answer(800, "0.2"), answer(900, "0"));
  }

  private static void check(int fastest, int cheapest, Delivery... results) {
    assertEquals(
        new Standings(position(fastest), position(cheapest)), Standings.of(Arrays.asList(results)));
  }

  private static OptionalInt position(int position) {
    return position == NOBODY ? OptionalInt.empty() : OptionalInt.of(position);
  }

  private static Delivery answer(long millis, String usd) {
    return delivery(
        said(millis),
        new Cost(Optional.of(new BigDecimal(usd)), Cost.Source.COMPUTED, Optional.empty(), false));
  }

  private static Outcome said(long millis) {
    return new Outcome.Answered(reply("hi", Samples.USAGE), timing(millis, 100));
  }

  private static Delivery delivery(Outcome outcome, Cost cost) {
    Attempt attempt = new Attempt(target("a"), Wait.NONE, outcome, cost, false);
    return new Delivery(target("a"), List.of(attempt), outcome);
  }
}
