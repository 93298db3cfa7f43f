package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VotesTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private static Vote vote(String task, Vote.Choice choice, String winner) {
    return new Vote(
        Samples.NOON, task, List.of("lab/a", "lab/b"), choice, Optional.ofNullable(winner));
  }

  @Test
  void whatWasVotedIsCounted() {
    try (Store store = new Store(folder.resolve("history.db"), warnings::add)) {
      Votes votes = new Votes(store);
      assertEquals(List.of(), votes.counts(Optional.empty()));
      votes.keep(vote("code", Vote.Choice.MODEL, "lab/b"));
      votes.keep(vote("code", Vote.Choice.MODEL, "lab/b"));
      votes.keep(vote("code", Vote.Choice.TIE, null));
      votes.keep(vote("code", Vote.Choice.NONE, null));
      votes.keep(vote("default", Vote.Choice.MODEL, "lab/a"));
    }
    try (Store store = new Store(folder.resolve("history.db"), warnings::add)) {
      Votes votes = new Votes(store);
      assertEquals(
          List.of(
              new VoteCount("code", "lab/b", 4, 2, 1),
              new VoteCount("code", "lab/a", 4, 0, 1),
              new VoteCount("default", "lab/a", 1, 1, 0),
              new VoteCount("default", "lab/b", 1, 0, 0)),
          votes.counts(Optional.empty()));
      assertEquals(2, votes.counts(Optional.of("code")).size());
      assertEquals(List.of(), votes.counts(Optional.of("other")));
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void aStoreThatCannotBeUsedSaysSoAndKeepsNothing() {
    try (Store store = new Store(folder, warnings::add)) {
      assertFalse(new Votes(store).keep(vote("x", Vote.Choice.TIE, null)));
    }
    assertTrue(warnings.size() == 1, warnings.toString());
  }

  @Test
  void aWinnerIsOneOfThoseVotedOn() {
    assertThrows(IllegalArgumentException.class, () -> vote("x", Vote.Choice.MODEL, "lab/c"));
    assertThrows(IllegalArgumentException.class, () -> vote("x", Vote.Choice.MODEL, null));
    assertThrows(IllegalArgumentException.class, () -> vote("x", Vote.Choice.TIE, "lab/a"));
  }
}
