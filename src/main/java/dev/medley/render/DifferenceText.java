package dev.medley.render;

import dev.medley.chat.FailureKind;
import dev.medley.compare.difference.Flip;
import dev.medley.compare.difference.ModelDifference;
import dev.medley.compare.difference.ModelDifference.Change;
import dev.medley.compare.difference.ModelDifference.Passed;
import dev.medley.compare.difference.ModelDifference.Times;
import dev.medley.compare.difference.Place;
import dev.medley.compare.difference.RunDifference.Report;
import dev.medley.compare.statistics.PairedTest;
import dev.medley.compare.statistics.Sample;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What changed between two runs: a line a model, what that is worth, and the cases that flipped.
 */
public final class DifferenceText {
  private static final int FLIPS_SHOWN = 20;
  private static final double LEVEL = 0.05;
  private static final String TO = " → ";
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("model"),
          Column.right("cases"),
          Column.right("passed"),
          Column.right("p50 total"),
          Column.right("cost"),
          Column.right("answers changed"));

  private DifferenceText() {}

  /**
   * @param before the name of the earlier run's file
   * @param columns the width to stay within, where that can be
   */
  public static List<String> lines(
      String before, String after, Report report, Style style, int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(style.dim(scope(before, after, report)));
    if (report.models().isEmpty()) {
      return lines;
    }
    Table table = new Table(COLUMNS);
    report.models().forEach(model -> table.add(row(model, style)));
    lines.addAll(table.lines(style, columns));
    for (ModelDifference model : report.models()) {
      lines.addAll(sentences(model));
    }
    flips(report, style).forEach(lines::add);
    return lines;
  }

  private static String scope(String before, String after, Report report) {
    List<String> parts = new ArrayList<>();
    parts.add(report.matched() + " results in both");
    if (report.onlyBefore() > 0) {
      parts.add(report.onlyBefore() + " only in " + before);
    }
    if (report.onlyAfter() > 0) {
      parts.add(report.onlyAfter() + " only in " + after);
    }
    return SafeText.forTerminal(before + TO + after + ": " + String.join(", ", parts));
  }

  private static List<Cell> row(ModelDifference model, Style style) {
    Passed passed = model.passed();
    String changed =
        model.answers().changed() + " of " + (model.answers().changed() + model.answers().same());
    return List.of(
        new Cell(name(model), style::bold),
        Cell.of(String.valueOf(model.matched())),
        new Cell(
            percent(passed.before(), model.matched())
                + TO
                + percent(passed.after(), model.matched()),
            passed.worse() > 0 ? style::red : style::green),
        Cell.of(seconds(model.times().before()) + TO + seconds(model.times().after())),
        Cell.of(usd(model.costs().before()) + TO + usd(model.costs().after())),
        Cell.of(changed));
  }

  private static String name(ModelDifference model) {
    String after = model.after().toString();
    String name = model.before().equals(model.after()) ? after : model.before() + TO + after;
    return SafeText.forTerminal(name);
  }

  /** Never rounded to all or to nothing. */
  private static String percent(int part, int all) {
    double percent = 100.0 * part / all;
    boolean inside = part > 0 && part < all;
    double shown = inside ? Math.max(0.1, Math.min(99.9, percent)) : percent;
    return String.format(Locale.ROOT, shown == Math.rint(shown) ? "%.0f %%" : "%.1f %%", shown);
  }

  private static String seconds(OptionalDouble seconds) {
    return seconds.isPresent()
        ? Figures.seconds(Duration.ofNanos(Math.round(seconds.getAsDouble() * 1e9)))
        : Figures.UNKNOWN;
  }

  private static String usd(Optional<BigDecimal> usd) {
    return usd.map(Figures::usd).orElse(Figures.UNKNOWN);
  }

  private static List<String> sentences(ModelDifference model) {
    List<String> sentences = new ArrayList<>();
    Passed passed = model.passed();
    if (passed.worse() + passed.better() > 0) {
      sentences.add(
          name(model)
              + ": "
              + passed.worse()
              + " fail now, "
              + passed.better()
              + " pass now"
              + rates(passed));
    }
    times(model).ifPresent(sentences::add);
    model.failures().entrySet().stream()
        .filter(e -> e.getValue().before() != e.getValue().after())
        .map(e -> errors(model, e))
        .forEach(sentences::add);
    return sentences;
  }

  private static String rates(Passed passed) {
    if (passed.p().isEmpty()) {
      return "; too few cases for a claim";
    }
    double p = passed.p().getAsDouble();
    boolean proven = p < LEVEL;
    String claim =
        !proven
            ? "; no change of the rate shown"
            : passed.worse() > passed.better() ? "; worse" : "; better";
    return claim + " (" + SpeedText.p(p) + ", " + PairedTest.OF_RATES + ")";
  }

  private static Optional<String> times(ModelDifference model) {
    Times times = model.times();
    if (times.n() < Sample.LEAST || times.p().isEmpty()) {
      return Optional.of(
          name(model) + ": no claim about speed, fewer than " + Sample.LEAST + " answers in both");
    }
    if (times.p().getAsDouble() >= LEVEL) {
      return Optional.of(
          name(model)
              + ": no change in speed shown ("
              + SpeedText.p(times.p().getAsDouble())
              + ")");
    }
    double longer = times.difference().orElseThrow();
    return Optional.of(
        name(model)
            + " is "
            + (longer < 0 ? "faster" : "slower")
            + " by "
            + seconds(OptionalDouble.of(Math.abs(longer)))
            + " in the median ("
            + SpeedText.p(times.p().getAsDouble())
            + ", "
            + PairedTest.OF_TIMES
            + ", n = "
            + times.n()
            + ")");
  }

  private static String errors(ModelDifference model, Map.Entry<FailureKind, Change> kind) {
    return name(model)
        + ": "
        + kind.getKey().words()
        + " "
        + kind.getValue().before()
        + TO
        + kind.getValue().after();
  }

  private static List<String> flips(Report report, Style style) {
    List<String> lines = new ArrayList<>();
    for (Flip flip : report.flips().stream().limit(FLIPS_SHOWN).toList()) {
      String mark = flip.worse() ? style.red("fails now ") : style.green("passes now");
      lines.add(
          mark
              + "  "
              + SafeText.forTerminal(at(flip.place()) + "  “" + flip.prompt() + "”" + why(flip)));
    }
    int more = report.flips().size() - FLIPS_SHOWN;
    if (more > 0) {
      lines.add(style.dim("… and " + more + " more; --json lists all"));
    }
    return lines;
  }

  /** {@code demo/swift case-17, run 2}. */
  public static String at(Place place) {
    String run = place.run() == 1 ? "" : ", run " + place.run();
    return place.model() + "  " + place.key() + run;
  }

  private static String why(Flip flip) {
    String what =
        flip.failure().map(FailureKind::words).orElse(String.join("; ", flip.failedChecks()));
    return (flip.worse() ? "  " : "  was: ") + what.replaceAll("\\s+", " ");
  }
}
