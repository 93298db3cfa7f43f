package dev.medley.cli;

import dev.medley.history.Heading;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.Recorder;
import dev.medley.send.Delivery;
import dev.medley.send.PastRuns;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what several models made of the same prompt. */
final class ComparisonRecord {
  private final Recorder recorder;
  private final Supplier<String> newId;
  private final Instant at;
  private final String comparisonId;
  private Function<String, Place> places = Place::first;

  /**
   * @param newId gives each result its id
   * @param at when all were asked
   */
  ComparisonRecord(Recorder recorder, Supplier<String> newId, Instant at) {
    this.recorder = recorder;
    this.newId = newId;
    this.at = at;
    this.comparisonId = newId.get();
  }

  /**
   * @param where where a result of that id stands; otherwise each begins a conversation
   */
  ComparisonRecord standing(Function<String, Place> where) {
    places = where;
    return this;
  }

  /** Keeps one result, and says under which id. */
  Heading keep(Question question, Delivery result) {
    String id = newId.get();
    Heading heading =
        new Heading(
            id,
            at,
            "compare",
            Optional.of(comparisonId),
            recorder.place(places.apply(id)),
            Optional.empty());
    recorder.keepAmongMany(PastRuns.of(heading, question, result));
    return heading;
  }
}
