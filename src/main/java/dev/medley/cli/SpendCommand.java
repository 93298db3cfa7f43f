package dev.medley.cli;

import dev.medley.config.Limits;
import dev.medley.history.Ledger;
import dev.medley.history.Spending;
import dev.medley.render.SpendReport;
import dev.medley.render.SpendReport.Limit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    footer = {
      "",
      "Examples:",
      "  medley spend",
      "  medley spend --by day --since 7d",
      "  medley spend --by task --since 2026-11-01 --json | jq .total.cost.usd"
    })
final class SpendCommand implements Callable<Integer> {
  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "model (default), provider, day or task; days begin at midnight here")
  private Spending.By by = Spending.By.MODEL;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "not earlier: 2h, 7d, 2026-11-20 or 2026-11-20T08:30 (default: 30d)")
  private String since = "30d";

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  @Mixin private ConfigOption config;

  private final Services services;
  private final ZoneId zone = ZoneId.systemDefault();

  SpendCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    OutputOptions output = new OutputOptions();
    Console console = output.console(services);
    Limits limits = Targets.load(services, config, new ConnectionOptions()).settings().limits();
    HistoryDesk desk = new HistoryDesk(services);
    Instant from = HistoryFilterOptions.since(since, services.clock());
    List<Spending.Group> groups =
        desk.read(history -> services.spending(why -> {}).since(from, by, zone));
    SpendReport report =
        new SpendReport(LocalDate.ofInstant(from, zone), by, groups, limits(limits));
    if (json) {
      console.println(report.json(from));
      return ExitCode.OK;
    }
    if (groups.isEmpty()) {
      console.note(desk.nothing("nothing was spent since " + report.since()));
    }
    report.lines(console.outStyle(), console.columns()).forEach(console::println);
    return ExitCode.OK;
  }

  private List<Limit> limits(Limits limits) {
    Instant now = services.clock().now();
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Limit> shown = new ArrayList<>();
    limits
        .perRequest()
        .ifPresent(most -> shown.add(new Limit("per_request", most, Optional.empty())));
    limits.perDay().ifPresent(most -> shown.add(limit("per_day", most, today, now)));
    limits
        .perMonth()
        .ifPresent(most -> shown.add(limit("per_month", most, today.withDayOfMonth(1), now)));
    return shown;
  }

  private Limit limit(String name, BigDecimal most, LocalDate since, Instant now) {
    Ledger ledger = services.ledger(why -> {});
    Instant begun = since.atStartOfDay(zone).toInstant();
    // The desk has read the file before: where there is none yet, nothing was spent.
    BigDecimal spent = ledger.spent(begun, now).orElse(BigDecimal.ZERO);
    return new Limit(name, most, Optional.of(spent));
  }
}
