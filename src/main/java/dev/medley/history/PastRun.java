package dev.medley.history;

import java.util.List;

/**
 * A prompt to one model or along one chain, and what became of it.
 *
 * @param requested the model asked first
 * @param attempts skipped candidates included; empty where only an overview was asked for
 */
public record PastRun(
    Heading heading,
    PastModel requested,
    Question question,
    List<PastAttempt> attempts,
    Ending ending) {
  public PastRun {
    attempts = List.copyOf(attempts);
  }

  public String id() {
    return heading.id();
  }

  /** The same in numbers only. */
  public PastRun withoutBodies() {
    return new PastRun(
        heading, requested, question.withoutBodies(), attempts, ending.withoutBodies());
  }

  PastRun with(List<PastAttempt> tries, List<PastFile> files) {
    Question had = question;
    Question whole =
        new Question(
            had.user(),
            had.system(),
            had.parameters(),
            had.streamed(),
            had.models(),
            files,
            had.form());
    return new PastRun(heading, requested, whole, tries, ending);
  }
}
