package dev.medley.render;

import dev.medley.catalog.ModelTier;
import dev.medley.config.FilePattern;
import dev.medley.config.Language;
import dev.medley.config.Objective;
import dev.medley.config.Task;
import dev.medley.config.Trait;
import dev.medley.history.Observed;
import dev.medley.render.Table.Cell;
import dev.medley.render.Table.Column;
import dev.medley.route.Candidate;
import dev.medley.route.Decision;
import dev.medley.route.Features;
import dev.medley.route.Router;
import dev.medley.route.RuleCheck;
import dev.medley.route.Selection;
import dev.medley.route.Standing;
import dev.medley.route.classify.Classification;
import dev.medley.route.classify.Classification.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A decision, told from the prompt to the winner: why this model, and not another. */
public final class RouteExplanation {
  private static final int SIGNS = 3;

  private final Style style;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param width in columns
   */
  public RouteExplanation(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  /** A line each. */
  public List<String> of(Decision decision) {
    part("prompt", prompt(decision.features()));
    rules(decision);
    classifier(decision);
    part("task", task(decision));
    part("choice", choice(decision));
    candidates(decision.selection());
    winner(decision);
    return List.copyOf(lines);
  }

  private void part(String head, String text) {
    String padded = String.format(Locale.ROOT, "%-12s", head);
    List<String> wrapped = HangingText.lines(padded, SafeText.forTerminal(text), width);
    lines.add(style.bold(head) + wrapped.get(0).substring(head.length()));
    lines.addAll(wrapped.subList(1, wrapped.size()));
  }

  private static String prompt(Features features) {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "about %,d tokens", features.tokens()));
    parts.add(String.format(Locale.ROOT, "%,d characters", features.chars()));
    parts.add(features.language().map(Language::english).orElse("language unclear"));
    Arrays.stream(Trait.values()).filter(features::has).map(Trait::word).forEach(parts::add);
    if (!features.files().isEmpty()) {
      parts.add(
          "files: "
              + features.files().stream()
                  .map(FilePattern::nameOf)
                  .collect(Collectors.joining(" ")));
    }
    return String.join(", ", parts);
  }

  private void rules(Decision decision) {
    if (decision.rules().isEmpty()) {
      boolean named = decision.match().why().contains(Router.NAMED);
      part("rules", named ? "not asked: the task is named" : "none");
      return;
    }
    lines.add(style.bold("rules"));
    int widest =
        decision.rules().stream().mapToInt(check -> destination(check).length()).max().orElse(0);
    for (RuleCheck check : decision.rules()) {
      boolean decided = decision.rule().orElse(0) == check.rule().number();
      String head =
          String.format(
              Locale.ROOT,
              "%s %2d  %-3s  %-" + widest + "s  ",
              decided ? "*" : " ",
              check.rule().number(),
              check.verdict().holds() ? "yes" : "no",
              destination(check));
      List<String> wrapped =
          HangingText.lines(head, SafeText.forTerminal(check.verdict().why()), width);
      lines.addAll(decided ? wrapped : wrapped.stream().map(style::dim).toList());
    }
  }

  private static String destination(RuleCheck check) {
    return SafeText.forTerminal(check.rule().task().or(check.rule()::model).orElseThrow());
  }

  private void classifier(Decision decision) {
    Optional<Classification> found = decision.classification();
    if (found.isEmpty()) {
      part("classifier", notAsked(decision));
      return;
    }
    double lead = found.get().first().points() - found.get().runnerUp().points();
    String sure = found.get().kind().isPresent() ? "sure" : "not sure";
    part(
        "classifier",
        String.format(
            Locale.ROOT,
            "%s: the first leads by %.1f, and %.1f is asked",
            sure,
            lead,
            found.get().margin()));
    for (Score score : found.get().scores().subList(0, SIGNS)) {
      String head =
          String.format(Locale.ROOT, "  %5.1f  %-12s  ", score.points(), score.kind().task());
      String signs = score.signs().stream().limit(SIGNS).collect(Collectors.joining(", "));
      lines.addAll(HangingText.lines(head, signs, width));
    }
  }

  private static String notAsked(Decision decision) {
    if (decision.match().why().contains(Router.NAMED)) {
      return "not asked: the task is named";
    }
    return decision.rule().isPresent()
        ? "not asked: rule " + decision.rule().getAsInt() + " holds"
        : "not asked: --auto or auto: true would";
  }

  private static String task(Decision decision) {
    Task task = decision.match().task();
    String name = decision.task().orElse("none: the rule names a model");
    String about = task.description().isEmpty() ? "" : ", " + task.description();
    return name + about + " (" + String.join("; ", decision.match().why()) + ")";
  }

  private static String choice(Decision decision) {
    int count = decision.selection().candidates().size();
    String models = count == 1 ? "1 model" : count + " models";
    return decision
        .chain()
        .map(name -> models + ", in the order of chain " + name)
        .orElseGet(
            () ->
                decision
                    .selection()
                    .objective()
                    .map(one -> models + ", prefer " + one.word() + ": " + meaning(one))
                    .orElse(models + ", in the order given"));
  }

  private static String meaning(Objective objective) {
    return switch (objective) {
      case CHEAP -> "the lowest estimate for this very prompt";
      case FAST -> "the shortest median time to the whole answer, as observed";
      case BEST -> "the highest tier";
      case BALANCED -> "the lowest sum of places by price, by time and by tier";
    };
  }

  private void candidates(Selection selection) {
    if (selection.candidates().isEmpty()) {
      return;
    }
    Table table =
        new Table(
            List.of(
                Column.left("  model"),
                Column.right("est."),
                Column.right("first"),
                Column.right("total"),
                Column.right("answers"),
                Column.left("tier")));
    boolean untrusted = false;
    for (Candidate candidate : selection.candidates()) {
      table.add(row(selection, candidate));
      int samples = candidate.standing().samples();
      untrusted |= samples > 0 && samples < Standing.TRUSTED_FROM;
    }
    List<String> rows = table.lines(style, width);
    lines.add("");
    lines.add(rows.get(0));
    for (int i = 0; i < selection.candidates().size(); i++) {
      lines.add(rows.get(i + 1));
      Candidate candidate = selection.candidates().get(i);
      String mark = won(selection, candidate) ? "    all the same: " : "    out: ";
      candidate
          .dropped()
          .ifPresent(
              drop ->
                  lines.addAll(HangingText.lines(mark, SafeText.forTerminal(drop.why()), width)));
    }
    if (untrusted) {
      lines.add("  ? fewer than " + Standing.TRUSTED_FROM + " answers: shown, not trusted");
    }
    lines.add("");
  }

  private List<Cell> row(Selection selection, Candidate candidate) {
    boolean won = won(selection, candidate);
    boolean out = candidate.dropped().isPresent();
    Function<String, Cell> cell =
        text -> new Cell(text, won ? style::bold : out ? style::dim : text2 -> text2);
    Optional<Observed> latency = candidate.standing().latency();
    return List.of(
        cell.apply((won ? "* " : out ? "x " : "  ") + candidate.name()),
        cell.apply(candidate.estimate().usd().map(Figures::usd).orElse(Figures.UNKNOWN)),
        cell.apply(time(candidate, latency.map(Observed::firstToken))),
        cell.apply(time(candidate, latency.map(Observed::total))),
        cell.apply(latency.map(o -> String.valueOf(o.samples())).orElse(Figures.UNKNOWN)),
        cell.apply(candidate.tier().map(ModelTier::word).orElse(Figures.UNKNOWN)));
  }

  private static boolean won(Selection selection, Candidate candidate) {
    return selection.winner().filter(candidate::equals).isPresent();
  }

  private static String time(Candidate candidate, Optional<Duration> median) {
    boolean doubtful = candidate.standing().samples() < Standing.TRUSTED_FROM;
    return Figures.seconds(median) + (median.isPresent() && doubtful ? "?" : "");
  }

  private void winner(Decision decision) {
    Selection selection = decision.selection();
    part(
        "winner",
        selection
            .winner()
            .map(
                winner ->
                    winner.name()
                        + RouteLine.estimate(winner)
                        + selection.reasons().stream()
                            .map(why -> "; " + why)
                            .collect(Collectors.joining()))
            .orElseGet(() -> "nobody: " + selection.failure().orElseThrow().message()));
    part(
        "runner-up",
        selection.runnerUp().map(next -> next.model() + ", " + next.change()).orElse("nobody"));
    lines.add(style.dim("nothing was sent"));
  }
}
