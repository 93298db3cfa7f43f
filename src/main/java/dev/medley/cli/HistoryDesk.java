package dev.medley.cli;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.DataFiles;
import dev.medley.history.Conversations;
import dev.medley.history.History;
import dev.medley.history.PastRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The history for commands that are about nothing else: one that cannot be read ends them. */
final class HistoryDesk {
  /** So many ids are named when a prefix fits several. */
  private static final int SHOWN = 5;

  private final Services services;
  private final History history;

  HistoryDesk(Services services) {
    this.services = services;
    this.history = services.history(why -> {});
  }

  Path file() {
    return DataFiles.history(services.environment());
  }

  /** Whether anything can have been kept yet. */
  boolean begun() {
    return Files.exists(file());
  }

  /** What the history says; ends the command where it cannot say. */
  <T> T read(Function<History, T> question) {
    T answer = question.apply(history);
    history
        .trouble()
        .ifPresent(
            why -> {
              throw unusable(why);
            });
    return answer;
  }

  private CommandFailed unusable(String why) {
    String shown = services.environment().display(file());
    return new CommandFailed(
        Failure.of(FailureKind.INTERNAL, "cannot use " + shown + ": " + why)
            .withHint("sqlite3 \"$(medley history path)\" \"PRAGMA integrity_check\" says more"));
  }

  /** What the conversations in it say. */
  <T> T conversations(Function<Conversations, T> question) {
    return read(any -> question.apply(services.conversations(why -> {})));
  }

  /** The run whose id begins so, whole; ends the command where there is none, or several. */
  PastRun run(String prefix) {
    String plain = prefix.strip();
    List<String> ids = plain.isEmpty() ? List.of() : read(h -> h.beginningWith(plain, SHOWN));
    if (ids.size() > 1) {
      throw CommandFailed.usage(
          "several ids begin with " + plain, "such as " + String.join(", ", ids));
    }
    return ids.stream()
        .findFirst()
        .flatMap(id -> read(h -> h.find(id)))
        .orElseThrow(
            () ->
                CommandFailed.usage(
                    "no run \"" + plain + "\" in the history",
                    "medley history list shows the ids"));
  }

  /** What to say when nothing was found. */
  String nothing(String otherwise) {
    return begun() ? otherwise : "nothing is kept yet; try medley ask -m demo/swift \"hi\"";
  }
}
