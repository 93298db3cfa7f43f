package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.config.Target;
import dev.medley.fallback.Fallback;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A rehearsal told as a timeline, for somebody who has never seen a chain at work. */
public final class DrillReport {
  private static final List<Column> COLUMNS =
      List.of(Column.right("time"), Column.left("model"), Column.left("what happened"));

  private final Fallback.Plan plan;
  private final Function<Target, Optional<String>> faults;
  private final Style style;

  private record Moment(Duration at, Target who, String what) {}

  /**
   * @param faults the word of the fault that befalls a model; empty: it is well
   */
  public DrillReport(Fallback.Plan plan, Function<Target, Optional<String>> faults, Style style) {
    this.plan = plan;
    this.faults = faults;
    this.style = style;
  }

  /** What was played, what happened when, and how it ended. */
  public List<String> lines(Delivery delivery, int exitCode) {
    List<String> lines = new ArrayList<>();
    lines.add("drill: simulated models play yours; nothing is sent, nothing is paid");
    lines.add("");
    Table table = new Table(COLUMNS);
    moments(delivery).stream()
        .sorted(Comparator.comparing(Moment::at))
        .forEach(
            moment ->
                table.add(
                    List.of(
                        Cell.of(Figures.seconds(moment.at())),
                        Cell.of(moment.who().ref().toString()),
                        Cell.of(moment.what()))));
    lines.addAll(table.lines(style, Integer.MAX_VALUE));
    lines.add("");
    lines.add(verdict(delivery) + "; exit code " + exitCode);
    return lines;
  }

  private List<Moment> moments(Delivery delivery) {
    List<Attempt> attempts = delivery.attempts();
    List<Moment> moments = new ArrayList<>();
    Sequel sequel = new Sequel(plan, delivery);
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      Duration from = Duration.between(start(attempts.get(0)), start(attempt));
      if (attempt.skipped()) {
        moments.add(new Moment(from, attempt.target(), sequel.of(i)));
        continue;
      }
      String fault =
          faults.apply(attempt.target()).map(f -> ", who has: " + f).orElse(", who is well");
      moments.add(new Moment(from, attempt.target(), "asked" + fault));
      Duration end = from.plus(attempt.outcome().timing().total());
      moments.add(new Moment(end, attempt.target(), sequel.of(i)));
    }
    return moments;
  }

  private static Instant start(Attempt attempt) {
    return attempt.outcome().timing().startedAt();
  }

  private static String verdict(Delivery delivery) {
    Duration took = delivery.delay().plus(delivery.outcome().timing().total());
    if (delivery.outcome().answered()) {
      return "verdict: "
          + delivery.model().ref()
          + " answered after "
          + Figures.seconds(took)
          + ", at "
          + price(delivery);
    }
    Optional<FailureKind> cause = delivery.failure().flatMap(Failure::cause);
    String what =
        cause.isPresent()
            ? "the answer of " + delivery.model().ref() + " broke off (" + cause.get().words() + ")"
            : "nobody answered (" + delivery.failure().map(AttemptLine::reason).orElse("") + ")";
    return "verdict: " + what + " after " + Figures.seconds(took);
  }

  private static String price(Delivery delivery) {
    String tokens = Figures.tokens(delivery.outcome().reply().usage());
    String sum =
        delivery.cost().usd().isEmpty() ? "a price that is unknown" : Figures.cost(delivery.cost());
    String more =
        delivery.attempts().stream()
            .filter(attempt -> attempt.outcome().answered())
            .findFirst()
            .flatMap(answered -> PriceDifference.of(answered, delivery))
            .map(difference -> ", " + difference)
            .orElse("");
    return sum + " (" + tokens + " tokens" + more + ")";
  }
}
