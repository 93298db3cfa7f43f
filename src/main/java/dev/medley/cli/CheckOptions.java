package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Placeholders;
import dev.medley.compare.checks.CheckKinds;
import dev.medley.compare.checks.CheckSpec;
import dev.medley.compare.judge.Judge;
import dev.medley.compare.judge.JudgeCheck;
import dev.medley.compare.matrix.Check;
import dev.medley.compare.prompts.PromptRow;
import dev.medley.compare.totals.ModelTotals;
import dev.medley.compare.totals.Totals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What answers are checked to be. */
@OptionGroup("Checks")
final class CheckOptions {
  private static final String JUDGE = "judge";

  @Option(
      names = "--check",
      paramLabel = "KIND: VALUE",
      description = {
        "what every answer must be: contains, not_contains, equals, regex, similar (at least 0.8"
            + " of the words in common), json, schema, max_cost, max_latency, max_tokens, judge (with --judge); such as"
            + " 'contains: Paris'; repeatable; {{name}} is filled in from the row"
      })
  private List<String> checks = new ArrayList<>();

  @Option(
      names = "--pass-rate",
      paramLabel = "P",
      description = "exit 100 when fewer of a model's answers pass, 0 to 1 (default: 1)")
  private BigDecimal passRate = BigDecimal.ONE;

  private Optional<Judge> judge = Optional.empty();

  /** Makes the checks of a row: those of the command line, then its own. */
  Function<PromptRow, List<Check>> ofRows(Services services) {
    CheckKinds kinds = kinds(services);
    List<Function<PromptRow, Check>> common =
        specs().stream().map(spec -> perRow(spec, kinds)).toList();
    return row ->
        Stream.concat(
                common.stream().map(check -> check.apply(row)),
                row.checks().stream().map(kinds::make))
            .toList();
  }

  /** The checks of the command line alone, taken literally. */
  Function<PromptRow, List<Check>> literal(Services services) {
    CheckKinds kinds = kinds(services);
    List<Check> checked = specs().stream().map(spec -> made(spec, kinds)).toList();
    return row -> checked;
  }

  private static Function<PromptRow, Check> perRow(CheckSpec spec, CheckKinds kinds) {
    if (!new Placeholders(spec.text()).names().isEmpty()) {
      return row -> kinds.make(spec.filled(row.fields()));
    }
    Check check = made(spec, kinds);
    return row -> check;
  }

  private static Check made(CheckSpec spec, CheckKinds kinds) {
    try {
      return kinds.make(spec);
    } catch (IllegalArgumentException wrong) {
      throw refused(wrong);
    }
  }

  private List<CheckSpec> specs() {
    try {
      return checks.stream().map(CheckSpec::parse).toList();
    } catch (IllegalArgumentException wrong) {
      throw refused(wrong);
    }
  }

  private static CommandFailed refused(IllegalArgumentException wrong) {
    return CommandFailed.usage(
        "--check: " + wrong.getMessage(), "such as --check 'contains: Paris'");
  }

  /** Whether a check of the command line needs a judge. */
  boolean wantJudge() {
    return specs().stream().anyMatch(spec -> spec.kind().equals(JUDGE));
  }

  /** From now on this one decides checks of the kind {@code judge}. */
  void judgedBy(Judge one) {
    judge = Optional.of(one);
  }

  private CheckKinds kinds(Services services) {
    TextFiles files = new TextFiles(services.environment(), StandardCharsets.UTF_8);
    return CheckKinds.deterministic(name -> files.read(Path.of(name)))
        .and(JUDGE, spec -> judged(spec, services.cancellation()));
  }

  private Check judged(CheckSpec spec, Cancellation cancellation) {
    if (spec.text().isBlank()) {
      throw new IllegalArgumentException("judge wants a criterion, such as judge: is polite");
    }
    Judge asked =
        judge.orElseThrow(
            () -> new IllegalArgumentException("judge wants to know who: add --judge MODEL"));
    return new JudgeCheck(spec.name(), spec.text(), asked, cancellation);
  }

  /** Whether as many answers of every model passed as are asked for. */
  boolean passed(Totals totals) {
    return totals.models().stream()
        .map(ModelTotals::counts)
        .flatMap(counts -> counts.passRate().stream())
        .allMatch(rate -> rate >= least());
  }

  /** Refuses what is no rate, before anything is sent. */
  double least() {
    if (passRate.signum() < 0 || passRate.compareTo(BigDecimal.ONE) > 0) {
      throw CommandFailed.usage("--pass-rate is " + passRate, "write a number from 0 to 1");
    }
    return passRate.doubleValue();
  }
}
