package dev.medley.render;

import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.send.Attempt;
import dev.medley.send.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An error in at most three lines: what failed, the server's own words, what to do next. */
public final class ErrorText {
  private final Style style;
  private final boolean verbose;
  private final UnaryOperator<String> hints;

  /**
   * @param verbose adds the cause: the start of the raw body, or the exception's own words
   */
  public ErrorText(Style style, boolean verbose) {
    this(style, verbose, UnaryOperator.identity());
  }

  /**
   * @param hints words what to do next as it is done where this is read
   */
  public ErrorText(Style style, boolean verbose, UnaryOperator<String> hints) {
    this.style = style;
    this.verbose = verbose;
    this.hints = hints;
  }

  /** Whether the error tells of every candidate, so that nothing else need to. */
  public static boolean listsCandidates(Delivery delivery) {
    return delivery
        .failure()
        .filter(
            failure ->
                failure.kind() == FailureKind.ALL_FAILED
                    || failure.kind() == FailureKind.BUDGET && delivery.attempts().size() > 1)
        .isPresent();
  }

  /** Of a run; a chain that failed altogether has one more line a candidate. */
  public List<String> of(Delivery delivery) {
    Failure failure = delivery.failure().orElseThrow();
    if (!listsCandidates(delivery)) {
      return of(delivery.model().ref().toString(), failure);
    }
    List<String> lines = of("", failure);
    delivery.attempts().stream()
        .collect(Collectors.groupingBy(Attempt::target, LinkedHashMap::new, Collectors.toList()))
        .forEach((candidate, tries) -> lines.add("  " + candidate.ref() + " " + last(tries)));
    return lines;
  }

  /** How a candidate's last try ended. */
  private static String last(List<Attempt> tries) {
    Attempt attempt = tries.get(tries.size() - 1);
    Failure failure = attempt.failure().orElseThrow();
    return (attempt.skipped() ? "skipped" : AttemptLine.reason(failure))
        + (tries.size() > 1 ? " (" + tries.size() + " tries)" : "")
        + ": "
        + AttemptLine.said(failure.message());
  }

  /** What failed, the server's own words and what to do, where several stand in a list. */
  public static String inOneLine(Failure failure) {
    String remedy = failure.hint().isEmpty() ? "" : " → " + failure.hint();
    return AttemptLine.reason(failure) + ": " + AttemptLine.said(failure.message()) + remedy;
  }

  /**
   * @param subject what it is about, such as the model; may be empty
   */
  public List<String> of(String subject, Failure failure) {
    if (failure.kind() == FailureKind.INTERRUPTED) {
      return List.of(failure.message());
    }
    List<String> lines = new ArrayList<>();
    String what =
        subject.isEmpty()
            ? AttemptLine.reason(failure)
            : subject + ": " + AttemptLine.reason(failure);
    lines.add(style.red("error:") + " " + what);
    lines.add("  " + AttemptLine.said(failure.message()));
    if (!failure.hint().isEmpty()) {
      lines.add("  " + style.dim("→ ") + AttemptLine.said(hints.apply(failure.hint())));
    }
    if (verbose && !failure.detail().isBlank()) {
      lines.add(style.dim("  cause: " + SafeText.forTerminal(failure.detail().strip())));
    }
    return lines;
  }
}
