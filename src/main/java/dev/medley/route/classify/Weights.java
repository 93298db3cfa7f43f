package dev.medley.route.classify;

import dev.medley.catalog.YamlNode;
import dev.medley.route.classify.Classifier.Found;
import dev.medley.route.classify.Layout.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every number of the classifier. It is our own file: what is wrong in it is a bug and throws.
 *
 * @param margin by how much the first kind must lead
 * @param longFrom tokens above which a prompt is long
 * @param fade what each further phrase for a kind is worth, of what it would be alone
 * @param table what words and signs are worth
 */
record Weights(double margin, long longFrom, double fade, Places places, Table table) {
  /**
   * What a phrase is worth by where it stands.
   *
   * @param opening the factor for those in the first {@code openingCharacters} of a request
   */
  record Places(Map<Place, Double> factors, double opening, int openingCharacters) {}

  /** What words and signs are worth. */
  record Table(Lexicon lexicon, Map<Sign, Map<Kind, Double>> signs) {}

  static Weights of(YamlNode root) {
    YamlNode opening = root.need("opening");
    return new Weights(
        number(root.need("margin")),
        (long) number(root.need("long_from")),
        number(root.need("fade")),
        new Places(
            factors(root.need("places")),
            number(opening.need("factor")),
            (int) number(opening.need("characters"))),
        new Table(lexicon(root.need("phrases")), signs(root.need("signs"))));
  }

  Lexicon lexicon() {
    return table.lexicon();
  }

  Map<Kind, Double> of(Sign sign) {
    return table.signs().getOrDefault(sign, Map.of());
  }

  double factor(Place place, int at) {
    boolean opens = place != Place.BODY && at < places.openingCharacters();
    return places.factors().get(place) * (opens ? places.opening() : 1);
  }

  /** The weightiest counts whole, the next faded once, the one after that twice. */
  List<Found> faded(List<Found> found) {
    List<Found> faded = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble((Found f) -> -f.points()).thenComparing(Found::sign))
        .forEach(
            f ->
                faded.add(
                    new Found(f.sign(), f.kind(), f.points() * Math.pow(fade, faded.size()))));
    return faded;
  }

  private static Map<Place, Double> factors(YamlNode places) {
    Map<Place, Double> factors = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      factors.put(place, number(places.need(place.name().toLowerCase(Locale.ROOT))));
    }
    return factors;
  }

  private static Lexicon lexicon(YamlNode phrases) {
    Lexicon lexicon = new Lexicon();
    phrases
        .members()
        .forEach(
            (task, groups) ->
                groups
                    .members()
                    .forEach(
                        (points, words) ->
                            words
                                .items()
                                .forEach(
                                    word ->
                                        lexicon.add(
                                            new Lexicon.Entry(
                                                word.text(),
                                                Kind.of(task),
                                                Double.parseDouble(points))))));
    return lexicon;
  }

  private static Map<Sign, Map<Kind, Double>> signs(YamlNode signs) {
    Map<Sign, Map<Kind, Double>> table = new EnumMap<>(Sign.class);
    signs
        .members()
        .forEach(
            (word, kinds) -> {
              Map<Kind, Double> points = new EnumMap<>(Kind.class);
              kinds.members().forEach((task, value) -> points.put(Kind.of(task), number(value)));
              table.put(Sign.valueOf(word.toUpperCase(Locale.ROOT)), points);
            });
    return table;
  }

  private static double number(YamlNode node) {
    return Double.parseDouble(node.text());
  }
}
