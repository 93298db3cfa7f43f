package dev.medley.render.terminal.live;

import dev.medley.catalog.Cost;
import dev.medley.catalog.Pricing;
import dev.medley.catalog.TokenEstimate;
import dev.medley.chat.Failure;
import dev.medley.config.Target;
import dev.medley.render.AttemptLine;
import dev.medley.render.ErrorText;
import dev.medley.render.Figures;
import dev.medley.render.Style;
import dev.medley.render.terminal.DisplayWidth;
import dev.medley.render.terminal.markdown.PlainStream;
import dev.medley.render.terminal.markdown.TextStream;
import dev.medley.send.Delivery;
import dev.medley.send.SendListener;
import dev.medley.send.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One model's column: its name and state, its clock, tokens and cost, and its text. */
final class Pane implements SendListener {
  private static final String GAP = " · ";

  private final Target target;
  private final Style style;
  private final boolean showReasoning;
  private final Answer text;
  private final Answer reasoning;
  private Optional<Delivery> result = Optional.empty();
  private Optional<String> waiting = Optional.empty();

  Pane(Target target, Style style, TextStream.Factory kind, boolean showReasoning) {
    this.target = target;
    this.style = style;
    this.showReasoning = showReasoning;
    this.text = new Answer(kind, style);
    this.reasoning = new Answer(PlainStream::new, Style.PLAIN);
  }

  @Override
  public synchronized void onText(String piece) {
    waiting = Optional.empty();
    text.append(piece);
  }

  @Override
  public synchronized void onReasoning(String piece) {
    waiting = Optional.empty();
    reasoning.append(piece);
  }

  @Override
  public synchronized void onRetry(Target again, Failure failure, Wait wait) {
    waiting =
        Optional.of(AttemptLine.reason(failure) + ", again in " + Figures.seconds(wait.length()));
  }

  synchronized void finished(Delivery delivery) {
    text.end();
    result = Optional.of(delivery);
  }

  /**
   * Name, state and figures, above a rule.
   *
   * @param running since the models were asked
   * @param inputTokens of the prompt, as we reckon them
   */
  synchronized List<String> head(int width, Duration running, long inputTokens) {
    String figures = result.map(this::figures).orElseGet(() -> figures(running, inputTokens));
    return List.of(title(width), style.dim(fit(figures, width)), style.dim("─".repeat(width)));
  }

  private String title(int width) {
    String state = state();
    String name = fit(target.ref().toString(), Math.max(width - DisplayWidth.of(state) - 2, 8));
    int space = width - DisplayWidth.of(name) - DisplayWidth.of(state);
    return style.bold(name) + " ".repeat(Math.max(space, 1)) + look(state);
  }

  private String state() {
    return result
        .map(Pane::state)
        .or(() -> waiting)
        .orElseGet(
            () -> !text.isEmpty() ? "answering" : reasoning.isEmpty() ? "asked" : "thinking");
  }

  private static String state(Delivery delivery) {
    return delivery
        .failure()
        .map(failure -> failure.kind().words())
        .orElse(delivery.outcome().reply().cutByLength() ? "length" : "ok");
  }

  private String look(String state) {
    if (result.isPresent()) {
      return result.get().outcome().answered() ? style.green(state) : style.red(state);
    }
    return waiting.isPresent() ? style.yellow(state) : style.dim(state);
  }

  private String figures(Duration running, long inputTokens) {
    long out = TokenEstimate.of(text.source()) + TokenEstimate.of(reasoning.source());
    Cost cost = Pricing.estimate(inputTokens, out, target.info().price());
    return Figures.seconds(running)
        + (out > 0 ? GAP + "~" + out + " tokens" + GAP + Figures.cost(cost) : "");
  }

  private String figures(Delivery delivery) {
    var usage = delivery.outcome().reply().usage();
    var timing = delivery.outcome().timing();
    List<String> parts = new ArrayList<>();
    parts.add(Figures.seconds(timing.total()));
    if (usage.known()) {
      parts.add(Figures.tokens(usage) + " tokens");
    }
    if (delivery.cost().usd().isPresent()) {
      parts.add(Figures.cost(delivery.cost()));
    }
    return String.join(GAP, parts);
  }

  private static String fit(String line, int width) {
    int end = line.length();
    while (DisplayWidth.of(line.substring(0, end)) > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end);
  }

  synchronized String text() {
    return text.source();
  }

  /** What there is of the answer, or of the thoughts before it; after a failure what went wrong. */
  synchronized List<String> body(int width, boolean verbose) {
    List<String> lines = new ArrayList<>();
    if (text.isEmpty() && result.isEmpty() && showReasoning) {
      reasoning.lines(width).forEach(line -> lines.add(style.dim(line)));
    }
    lines.addAll(text.lines(width));
    result
        .flatMap(Delivery::failure)
        .ifPresent(failure -> lines.addAll(error(failure, width, verbose)));
    return lines;
  }

  private List<String> error(Failure failure, int width, boolean verbose) {
    List<String> error = new ErrorText(Style.PLAIN, verbose).of("", failure);
    return Answer.wrapped(PlainStream::new, error, Style.PLAIN, width).stream()
        .map(style::red)
        .toList();
  }
}
