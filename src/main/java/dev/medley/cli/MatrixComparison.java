package dev.medley.cli;

import dev.medley.compare.MatrixRun;
import dev.medley.compare.MatrixRun.Matrix;
import dev.medley.compare.dispatch.Dispatcher.Ending;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.Collector;
import dev.medley.compare.matrix.ResultSink;
import dev.medley.compare.totals.ProgressMeter;
import dev.medley.config.Target;
import dev.medley.render.ComparisonStream;
import dev.medley.render.ErrorText;
import dev.medley.send.Delivery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs many cases and shows what they come to. */
final class MatrixComparison {
  private final ComparisonSetting setting;

  MatrixComparison(ComparisonSetting setting) {
    this.setting = setting;
  }

  /** Keeps what was sent, and what came of it. */
  @FunctionalInterface
  interface History {
    void keep(Case asked, Delivery delivery);
  }

  /**
   * @param cases how many there are, all runs together
   * @param history hears of every result of this run
   */
  Ending run(Matrix matrix, long cases, Takers takers, History history) throws IOException {
    long total = cases * matrix.models().size();
    ProgressMeter meter =
        new ProgressMeter(setting.services().clock(), total, matrix.earlier().count());
    MatrixRun run =
        new MatrixRun(
            setting.services().sender(setting.panel().opened()),
            setting.panel().dispatcher(),
            setting.panel().policy());
    Ending ending;
    try (Collector fresh = new Collector(takers.fresh());
        Collector files = new Collector(takers.all());
        Collector all = new Collector(all(files::add, takers, meter))) {
      ProgressDisplay display =
          new ProgressDisplay(setting.console(), meter, setting.services().alarm(), shows());
      try {
        matrix.earlier().forEach(all::add, fresh::add);
        if (matrix.earlier().count() < total) {
          warmUp();
        }
        ending = run.run(matrix, receiver(history, fresh, all), setting.services().cancellation());
      } finally {
        display.close();
      }
    }
    if (!setting.output().json) {
      takers.parts().stream()
          .flatMap(
              part ->
                  part.lines(setting.console().outStyle(), setting.console().columns()).stream())
          .forEach(setting.console()::println);
    }
    if (ending == Ending.OUT_OF_MONEY) {
      new ErrorText(setting.console().errStyle(), setting.output().verbose)
          .of("", run.refusal().orElseThrow())
          .forEach(setting.console()::note);
    }
    return ending;
  }

  /** A connection to each endpoint, so that the first model does not pay for the others. */
  private void warmUp() {
    Map<URI, Target> endpoints = new LinkedHashMap<>();
    setting.panel().targets().forEach(t -> endpoints.putIfAbsent(t.provider().baseUrl(), t));
    InParallel.map(
        List.copyOf(endpoints.values()),
        target -> {
          setting.panel().opened().open(target).prepare(setting.services().cancellation());
          return target;
        });
  }

  /** Parts may keep something of their own until they are closed, so files are closed last. */
  private List<ResultSink> all(ResultSink files, Takers takers, ProgressMeter meter) {
    List<ResultSink> all = new ArrayList<>(List.of(files));
    all.add(meter);
    all.addAll(takers.parts());
    all.addAll(takers.reports());
    if (setting.output().json) {
      all.add(new ComparisonStream(setting.console()::print, takers.parts()));
    }
    return all;
  }

  private MatrixRun.Receiver receiver(History history, Collector fresh, Collector all) {
    return new MatrixRun.Receiver() {
      @Override
      public void received(Case asked, Delivery delivery) throws IOException {
        history.keep(asked, delivery);
        Optional<String> extracted = setting.panel().form().extracted(delivery);
        take(CaseResult.of(asked, delivery, extracted).checked(asked.checks()));
      }

      @Override
      public void undecided(Case asked, CaseResult earlier) throws IOException {
        take(earlier.checked(asked.checks()));
      }

      private void take(CaseResult result) throws IOException {
        fresh.add(result);
        all.add(result);
      }
    };
  }

  /** A line that is renewed would be torn apart by a document on the same terminal. */
  private ProgressDisplay.Where shows() {
    if (setting.output().quiet) {
      return ProgressDisplay.Where.NOWHERE;
    }
    return setting.console().errIsTerminal()
            && !(setting.output().json && setting.console().outIsTerminal())
        ? ProgressDisplay.Where.TERMINAL
        : ProgressDisplay.Where.END;
  }
}
