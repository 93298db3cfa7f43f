package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.chat.Outcome;
import dev.medley.chat.Timing;
import dev.medley.history.Heading;
import dev.medley.history.PastAttempt;
import dev.medley.history.PastFile;
import dev.medley.history.PastRun;
import dev.medley.history.Place;
import dev.medley.history.Question;
import dev.medley.history.RouteTaken;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One kept run, for a person to read: what is known about it, then the texts. */
public final class HistoryText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;
  private final Style style;
  private final UnaryOperator<String> shown;

  /**
   * @param shown makes what somebody else wrote fit for where it is printed
   */
  public HistoryText(ZoneId zone, Style style, UnaryOperator<String> shown) {
    this.zone = zone;
    this.style = style;
    this.shown = shown;
  }

  public List<String> lines(PastRun run) {
    List<String> lines = new ArrayList<>();
    Heading heading = run.heading();
    lines.add(
        style.bold(run.id()) + " · " + TIME.format(heading.at().atZone(zone)) + " · " + asked(run));
    lines.add(numbers(run));
    conversation(heading.place()).ifPresent(lines::add);
    heading.route().map(HistoryText::route).map(shown).ifPresent(lines::add);
    if (!run.question().parameters().fields().isEmpty()) {
      lines.add("options: " + shown.apply(options(run.question())));
    }
    run.question().files().stream().map(HistoryText::file).map(shown).forEach(lines::add);
    if (run.attempts().size() > 1) {
      run.attempts().forEach(attempt -> lines.add("  " + attempt(attempt)));
    }
    failure(run.ending().outcome()).ifPresent(why -> lines.add(style.red(why)));
    texts(run, lines);
    return lines;
  }

  private static String asked(PastRun run) {
    boolean alike = run.requested().ref().equals(run.ending().model().ref());
    return run.heading().command() + (alike ? "" : " " + run.requested().ref());
  }

  private String numbers(PastRun run) {
    Timing timing = run.ending().outcome().timing();
    List<String> parts = new ArrayList<>(List.of(run.ending().model().ref().toString()));
    parts.add(
        Figures.seconds(timing.total())
            + timing.firstToken().map(t -> " (first token " + Figures.seconds(t) + ")").orElse(""));
    parts.add(Figures.tokens(run.ending().usage()) + " tokens");
    parts.add(
        run.ending().cost().usd().isEmpty() ? "cost unknown" : Figures.cost(run.ending().cost()));
    return String.join(" · ", parts);
  }

  private static Optional<String> conversation(Place place) {
    return place
        .conversationId()
        .map(id -> "conversation " + id + place.parentId().map(p -> ", after " + p).orElse(""));
  }

  private static String route(RouteTaken taken) {
    return "route: "
        + taken.task().map(task -> "task " + task + ": ").orElse("")
        + String.join(", ", taken.reasons());
  }

  private static String options(Question question) {
    return question.parameters().fields().entrySet().stream()
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String file(PastFile file) {
    String size = file.size().isPresent() ? " (" + file.size().getAsLong() + " bytes)" : "";
    return "file: " + file.path() + size;
  }

  private static String attempt(PastAttempt attempt) {
    Outcome outcome = attempt.outcome();
    String time = outcome.timing().total().isZero() ? "" : ", " + time(outcome);
    String cost = attempt.cost().usd().map(usd -> ", " + Figures.usd(usd)).orElse("");
    return attempt.model().ref() + " " + attempt.result() + why(attempt) + time + cost;
  }

  private static String why(PastAttempt attempt) {
    return attempt
        .outcome()
        .fold(answered -> "", failed -> ": " + AttemptLine.reason(failed.failure()));
  }

  private static String time(Outcome outcome) {
    return Figures.seconds(outcome.timing().total());
  }

  private static Optional<String> failure(Outcome outcome) {
    Optional<Failure> failure = outcome.fold(a -> Optional.empty(), f -> Optional.of(f.failure()));
    return failure.map(
        f -> {
          String reason = AttemptLine.reason(f);
          String said = AttemptLine.said(f.message());
          return said.equals(reason) ? reason : reason + ": " + said;
        });
  }

  private void texts(PastRun run, List<String> lines) {
    Question question = run.question();
    if (question.user().isEmpty()) {
      lines.add(style.dim("prompt and answer were not kept (history.bodies is false)"));
      return;
    }
    question.system().ifPresent(text -> section("system", text, lines));
    section("prompt", question.user().get(), lines);
    String reasoning = run.ending().outcome().reply().reasoning();
    if (!reasoning.isEmpty()) {
      section("reasoning", reasoning, lines);
    }
    String answer = run.ending().outcome().reply().text();
    if (!answer.isEmpty()) {
      section("answer", answer, lines);
    }
  }

  private void section(String name, String text, List<String> lines) {
    lines.add("");
    lines.add(style.dim("── " + name + " ──"));
    lines.add(shown.apply(text.stripTrailing()));
  }
}
