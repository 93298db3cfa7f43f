package dev.medley.repl;

import dev.medley.chat.Prompt;
import dev.medley.config.Target;
import dev.medley.history.Heading;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.Recorder;
import dev.medley.history.RouteTaken;
import dev.medley.send.Delivery;
import dev.medley.send.PastRuns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what is said and answered. A run follows the one whose answer it goes on from, so that a
 * line that was left by undo, retry or branch stays as it was.
 */
public final class Journal {
  private final Recorder recorder;
  private final Supplier<String> newId;
  private Optional<String> conversationId = Optional.empty();

  /**
   * @param newId gives each run its id
   */
  public Journal(Recorder recorder, Supplier<String> newId) {
    this.recorder = recorder;
    this.newId = newId;
  }

  /** The conversation's id; empty before anything of it was kept. */
  public Optional<String> conversationId() {
    return conversationId;
  }

  /** What is said from now on belongs to this conversation; empty: to one of its own. */
  public void conversation(Optional<String> id) {
    conversationId = id;
  }

  /**
   * What was sent.
   *
   * @param models whom it could have gone to
   * @param route how they were chosen, when medley chose
   */
  record Sent(
      Instant at, Prompt prompt, Said said, List<Target> models, Optional<RouteTaken> route) {
    private Question question() {
      return Question.of(
          prompt, models.stream().map(Target::name).toList(), said.files(), Optional.empty());
    }
  }

  /** Keeps it, and says under which id; empty when it is not kept. */
  Optional<String> keep(Conversation before, Sent sent, Delivery delivery) {
    String id = newId.get();
    Place place = place(id, before);
    Heading heading = new Heading(id, sent.at(), "chat", Optional.empty(), place, sent.route());
    recorder.keep(PastRuns.of(heading, sent.question(), delivery));
    return place.conversationId().map(kept -> id);
  }

  /** Keeps them all side by side; each may be gone on from. */
  List<Optional<String>> keepAll(Conversation before, Sent sent, List<Delivery> results) {
    Optional<String> comparison = Optional.of(newId.get());
    List<Optional<String>> ids = new ArrayList<>();
    for (Delivery result : results) {
      String id = newId.get();
      Place place = place(id, before);
      Heading heading = new Heading(id, sent.at(), "compare", comparison, place, Optional.empty());
      recorder.keep(PastRuns.of(heading, sent.question(), result));
      ids.add(place.conversationId().map(kept -> id));
    }
    return ids;
  }

  private Place place(String runId, Conversation before) {
    Optional<String> id = conversationId.or(Place.first(runId)::conversationId);
    Place place = recorder.place(new Place(id, before.lastRunId()));
    conversationId = place.conversationId();
    return place;
  }
}
