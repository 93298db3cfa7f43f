package dev.medley.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Kept;
import dev.medley.Samples;
import dev.medley.chat.Message;
import dev.medley.chat.Prompt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private static final Instant NOON = Samples.NOON;

  @TempDir private Path folder;
  private Store store;
  private History history;
  private Conversations conversations;

  @BeforeEach
  void open() {
    store = new Store(folder.resolve("history.db"), why -> {});
    history = new History(store);
    conversations = new Conversations(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void keep(PastRun run, Place place) {
    Heading had = run.heading();
    Heading heading =
        new Heading(had.id(), had.at(), had.command(), had.comparisonId(), place, had.route());
    history.append(
        new PastRun(heading, run.requested(), run.question(), run.attempts(), run.ending()));
  }

  /** Goes on with a conversation, or begins one. */
  private void say(String id, Optional<PastConversation> before) {
    keep(
        Kept.run(id, NOON, "prompt " + id, "answer " + id),
        before.map(b -> b.next(id)).orElse(Place.first(id)));
  }

  private static List<String> ids(Optional<PastConversation> conversation) {
    return conversation.stream().flatMap(c -> c.turns().stream()).map(PastRun::id).toList();
  }

  @Test
  void noneWhereNothingWasKept() {
    assertEquals(Optional.empty(), conversations.last());
    assertEquals(List.of(), conversations.beginningWith("c-", 5));
  }

  @Test
  void turnsFollowOneAnother() {
    say("a", Optional.empty());
    say("b", conversations.last());
    say("other", Optional.empty());
    assertEquals(List.of("other"), ids(conversations.last()));
    say("c", conversations.latest("c-a"));
    assertEquals(List.of("a", "b", "c"), ids(conversations.last()));
    assertEquals("c-a", conversations.last().orElseThrow().id());
    assertEquals(List.of("c-other", "c-a"), conversations.beginningWith("c-", 5));
    assertEquals(List.of("c-a"), conversations.beginningWith("c-a", 5));
  }

  @Test
  void afterAnOlderTurnABranchBegins() {
    say("a", Optional.empty());
    say("b", conversations.last());
    assertTrue(conversations.upTo("b").orElseThrow().latest());
    assertFalse(conversations.upTo("a").orElseThrow().latest());
    say("x", conversations.upTo("a"));
    assertEquals(List.of("a", "x"), ids(conversations.latest("c-x")));
    assertEquals(List.of("a", "b"), ids(conversations.latest("c-a")));
    say("y", conversations.latest("c-x"));
    assertEquals(List.of("a", "x", "y"), ids(conversations.last()));
  }

  @Test
  void failedAndEmptyTurnsAreNoneOfIt() {
    say("a", Optional.empty());
    Optional<PastConversation> before = conversations.last();
    keep(Kept.failure("failed", NOON, "hm"), before.orElseThrow().next("failed"));
    keep(Kept.run("blank", NOON, "hm", " \n\t"), before.orElseThrow().next("blank"));
    assertEquals(List.of("a"), ids(conversations.last()));
    assertTrue(conversations.last().orElseThrow().latest());
    assertEquals(Optional.empty(), conversations.upTo("failed"));
    assertEquals(Optional.empty(), conversations.upTo("blank"));
    Place afterFailure = new Place(Optional.of("c-a"), Optional.of("failed"));
    keep(Kept.run("b", NOON, "well", "now"), afterFailure);
    assertEquals(List.of("a", "b"), ids(conversations.last()));
  }

  @Test
  void whatWasComparedOrKeptWithoutTextIsNotGoneOnWith() {
    say("a", Optional.empty());
    Heading compared =
        new Heading("b", NOON, "compare", Optional.of("side"), Place.first("b"), Optional.empty());
    PastRun run = Kept.run("b", NOON, "hi", "there");
    history.append(
        new PastRun(compared, run.requested(), run.question(), run.attempts(), run.ending()));
    history.append(Kept.run("c", NOON, "hi", "there").withoutBodies());
    assertEquals(List.of("a"), ids(conversations.last()));
    assertEquals(List.of("b"), ids(conversations.upTo("b")));
    assertEquals(Optional.empty(), conversations.upTo("c"));
  }

  @Test
  void aPrunedBeginningIsLeftOut() {
    keep(Kept.run("old", NOON.minusSeconds(999), "hi", "there"), Place.first("old"));
    say("b", conversations.last());
    history.prune(NOON.minusSeconds(1));
    assertEquals(List.of("b"), ids(conversations.last()));
  }

  @Test
  void thePromptComesAfterAllTurns() {
    say("a", Optional.empty());
    say("b", conversations.last());
    Prompt prompt =
        Prompt.of("and?").withMessages(List.of(Message.system("brief"), Message.user("and?")));
    Prompt whole =
        conversations
            .last()
            .orElseThrow()
            .before(prompt, turn -> Message.user(turn.question().user().orElseThrow()));
    assertEquals(
        List.of(
            "SYSTEM brief",
            "USER prompt a",
            "ASSISTANT answer a",
            "USER prompt b",
            "ASSISTANT answer b",
            "USER and?"),
        whole.messages().stream().map(m -> m.role() + " " + m.text()).toList());
  }
}
