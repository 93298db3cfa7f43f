package dev.medley.route.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.catalog.TokenEstimate;
import dev.medley.route.classify.LabelledPrompts.Labelled;
import dev.medley.route.classify.LabelledPrompts.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ClassifierTest {
  private static final List<Labelled> ALL = LabelledPrompts.all();

  @Test
  void theSetIsLargeEnoughAndAThirdOfItIsNotTunedOn() {
    assertTrue(ALL.size() >= 400, "prompts: " + ALL.size());
    assertTrue(3 * ALL.stream().filter(one -> one.part() != Part.TUNED_ON).count() >= ALL.size());
    assertEquals(ALL.size(), ALL.stream().map(Labelled::text).distinct().count());
    for (Kind kind : Kind.values()) {
      assertTrue(ALL.stream().filter(one -> one.kind() == kind).count() >= 40, kind.task());
    }
  }

  @Test
  void whatItWasNotTunedOnIsTakenForWhatItIs() {
    assertTrue(accuracy(Part.TUNED_ON) >= 0.85);
    assertTrue(accuracy(Part.HELD_BACK) >= 0.85);
    assertTrue(accuracy(Part.WRITTEN_LATER) >= 0.5);
  }

  /** Not sure is not right: the default is taken then. */
  private static double accuracy(Part part) {
    List<Labelled> some = ALL.stream().filter(one -> one.part() == part).toList();
    long right = some.stream().filter(one -> kind(one).equals(Optional.of(one.kind()))).count();
    long unsure = some.stream().filter(one -> kind(one).isEmpty()).count();
    System.out.printf(
        Locale.ROOT,
        "classifier, %s: %d of %d right (%.1f %%), not sure of %d, wrong about %d%n",
        part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        right,
        some.size(),
        100.0 * right / some.size(),
        unsure,
        some.size() - right - unsure);
    return (double) right / some.size();
  }

  private static Optional<Kind> kind(Labelled one) {
    return classify(one.text()).kind();
  }

  private static Classification classify(String text) {
    return Classifier.bundled().classify(text, SourceCode.in(text), TokenEstimate.of(text));
  }

  /** {@code -Dmedley.classifier=true} tells what is wrong among those that may be looked at. */
  @Test
  @EnabledIfSystemProperty(named = "medley.classifier", matches = "true")
  void whatItIsWrongAbout() {
    ALL.stream()
        .filter(one -> one.part() == Part.TUNED_ON && !kind(one).equals(Optional.of(one.kind())))
        .forEach(
            one ->
                System.out.printf(
                    "%s: %s%n  %s%n",
                    one.kind(),
                    one.text().substring(0, Math.min(200, one.text().length())),
                    classify(one.text()).scores().subList(0, 3)));
  }

  @Test
  void theSameTextAlwaysGetsTheSamePoints() {
    for (Labelled one : ALL.subList(0, 40)) {
      assertEquals(classify(one.text()), classify(one.text()));
    }
  }

  @Test
  void pointsAreToldWithWhatTheyAreFor() {
    Classification found = classify("Translate this into German: good morning");
    assertEquals(Optional.of(Kind.TRANSLATE), found.kind());
    assertEquals("\"translat*\" +9.8", found.first().signs().get(0));
    assertEquals(
        found.first().points(),
        found.first().signs().stream()
            .mapToDouble(sign -> Double.parseDouble(sign.substring(sign.lastIndexOf(' '))))
            .sum(),
        0.1);
  }

  @Test
  void whatIsAskedAboutHardlyCounts() {
    String pasted = "Translate, summarize, extract: three words of ours. ".repeat(40);
    assertEquals(
        Optional.of(Kind.WRITE),
        classify("Write a polite reply to this:\n\n" + pasted + "\n\nThanks!").kind());
  }

  @Test
  void nothingAtAllIsNotSure() {
    assertEquals(Optional.empty(), classify("").kind());
    assertEquals(Optional.empty(), classify("xq zzv").kind());
  }
}
