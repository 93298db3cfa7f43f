package dev.medley.compare.statistics;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultSink;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Gathers what statistics need of results: a number each, not the answers. */
public final class ModelFigures implements ResultSink {
  private final Map<ModelRef, Series> series = new LinkedHashMap<>();

  /**
   * What is known of a model.
   *
   * @param answered how many of its results are answers
   * @param times seconds to the whole answer, of answers alone
   */
  public record Row(ModelRef model, Rate answered, Sample times) {
    public OptionalDouble p50() {
      return times.quantile(0.5);
    }

    public OptionalDouble p95() {
      return times.quantile(0.95);
    }

    /** See {@link Sample#meanInterval}. */
    public Optional<Interval> meanInterval(RandomGenerator random) {
      return times.meanInterval(random);
    }
  }

  /**
   * @param models in the order in which they are to be shown
   */
  public ModelFigures(List<ModelRef> models) {
    models.forEach(model -> series.put(model, new Series()));
  }

  @Override
  public void add(CaseResult result) {
    series.computeIfAbsent(result.model(), model -> new Series()).add(result);
  }

  /** Of every model, in order. */
  public List<Row> rows() {
    return series.entrySet().stream().map(e -> e.getValue().row(e.getKey())).toList();
  }

  private static final class Series {
    private double[] times = new double[8];
    private int answered;
    private int all;

    void add(CaseResult result) {
      all++;
      if (result.outcome().answered()) {
        if (answered == times.length) {
          times = Arrays.copyOf(times, 2 * answered);
        }
        times[answered++] = result.outcome().timing().total().toNanos() / 1e9;
      }
    }

    Row row(ModelRef model) {
      return new Row(model, new Rate(answered, all), Sample.of(Arrays.copyOf(times, answered)));
    }
  }
}
