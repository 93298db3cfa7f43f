package dev.medley.route.classify;

import dev.medley.catalog.YamlNode;
import dev.medley.route.classify.Classification.Score;
import dev.medley.route.classify.Layout.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a prompt is about: a sum of points for words and signs, all of which stand in
 * classifier.yaml. No call, no randomness; the same prompt always gets the same points.
 */
public final class Classifier {
  private final Weights weights;

  private Classifier(Weights weights) {
    this.weights = weights;
  }

  /** The weights that come with the program; read once, on first use. */
  public static Classifier bundled() {
    return Bundled.CLASSIFIER;
  }

  /**
   * @param code whether source code is in it
   * @param tokens of the whole prompt, estimated
   */
  public Classification classify(String text, boolean code, long tokens) {
    Layout layout = Layout.of(text, code, tokens);
    Map<Kind, List<Found>> all = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, new ArrayList<>());
    }
    words(layout).values().forEach(found -> all.get(found.kind()).add(found));
    for (Kind kind : Kind.values()) {
      all.put(kind, weights.faded(all.get(kind)));
    }
    for (Sign sign : Sign.values()) {
      if (sign.in(layout, weights.longFrom())) {
        weights
            .of(sign)
            .forEach((kind, points) -> all.get(kind).add(new Found(sign.word(), kind, points)));
      }
    }
    List<Score> scores = new ArrayList<>();
    all.forEach((kind, found) -> scores.add(score(kind, found)));
    scores.sort(Comparator.comparingDouble(Score::points).reversed());
    return new Classification(scores, weights.margin());
  }

  /** Each phrase once, where it counts most. */
  private Map<String, Found> words(Layout layout) {
    Map<String, Found> best = new HashMap<>();
    for (Zone zone : layout.zones()) {
      weights
          .lexicon()
          .search(
              zone.text(),
              (entry, at) -> {
                double points = entry.points() * weights.factor(zone.place(), at);
                best.merge(
                    entry.written() + " " + entry.kind(),
                    new Found('"' + entry.written() + '"', entry.kind(), points),
                    (one, other) -> one.points() >= other.points() ? one : other);
              });
    }
    return best;
  }

  private static Score score(Kind kind, List<Found> found) {
    double points = found.stream().mapToDouble(Found::points).sum();
    List<String> signs =
        found.stream()
            .sorted(
                Comparator.comparingDouble((Found f) -> -Math.abs(f.points()))
                    .thenComparing(Found::sign))
            .map(f -> String.format(Locale.ROOT, "%s %+.1f", f.sign(), f.points()))
            .toList();
    return new Score(kind, Math.round(points * 100) / 100.0, signs);
  }

  /** One thing that speaks for a kind, or against it. */
  record Found(String sign, Kind kind, double points) {}

  /** Loaded by the class loader, hence lazily, once and safely among threads. */
  private static final class Bundled {
    static final Classifier CLASSIFIER = load();

    private static Classifier load() {
      try (InputStream yaml = Classifier.class.getResourceAsStream("classifier.yaml")) {
        return new Classifier(Weights.of(YamlNode.read(yaml)));
      } catch (IOException e) {
        throw new UncheckedIOException("the weights of the classifier cannot be read", e);
      }
    }
  }
}
