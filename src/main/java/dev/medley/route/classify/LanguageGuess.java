package dev.medley.route.classify;

import dev.medley.catalog.YamlNode;
import dev.medley.config.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a text, by its script, and for Latin letters by frequent words. The beginning and
 * the end are looked at: that is where people say what they want.
 */
public final class LanguageGuess {
  private static final int LOOKED_AT = 2000;

  private LanguageGuess() {}

  /** Empty: no letters, or no language that stands out. */
  public static Optional<Language> of(String text) {
    String edges =
        text.length() <= 2 * LOOKED_AT
            ? text
            : text.substring(0, LOOKED_AT) + " " + text.substring(text.length() - LOOKED_AT);
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    edges
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), weight(letter), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(most -> byScript(most.getKey(), letters, edges));
  }

  /** An ideograph says as much as a few letters. */
  private static int weight(int letter) {
    return letter >= 0x2E80 ? 3 : 1;
  }

  private static Optional<Language> byScript(
      UnicodeScript script, Map<UnicodeScript, Integer> letters, String text) {
    return switch (script) {
      case LATIN -> byWords(text);
      case HAN -> Optional.of(japanese(letters) ? Language.JA : Language.ZH);
      case HIRAGANA, KATAKANA -> Optional.of(Language.JA);
      case HANGUL -> Optional.of(Language.KO);
      case CYRILLIC -> Optional.of(ukrainian(text) ? Language.UK : Language.RU);
      case GREEK -> Optional.of(Language.EL);
      case ARABIC -> Optional.of(Language.AR);
      case HEBREW -> Optional.of(Language.HE);
      case DEVANAGARI -> Optional.of(Language.HI);
      case THAI -> Optional.of(Language.TH);
      default -> Optional.empty();
    };
  }

  private static boolean japanese(Map<UnicodeScript, Integer> letters) {
    return letters.containsKey(UnicodeScript.HIRAGANA)
        || letters.containsKey(UnicodeScript.KATAKANA);
  }

  private static boolean ukrainian(String text) {
    return text.toLowerCase(Locale.ROOT).chars().anyMatch(c -> "іїєґ".indexOf(c) >= 0);
  }

  private static Optional<Language> byWords(String text) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    for (String word : Folded.of(text).split("[^\\p{L}\\p{M}']+")) {
      Words.LANGUAGES
          .getOrDefault(word, List.of())
          .forEach(language -> counts.merge(language, 1, Integer::sum));
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Language> leading =
        counts.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
  }

  /** Read when the first text in Latin letters is looked at. */
  private static final class Words {
    static final Map<String, List<Language>> LANGUAGES = load();

    private static Map<String, List<Language>> load() {
      try (InputStream yaml = LanguageGuess.class.getResourceAsStream("languages.yaml")) {
        Map<String, List<Language>> languages = new HashMap<>();
        YamlNode.read(yaml)
            .need("words")
            .members()
            .forEach(
                (code, words) -> {
                  Language language = Language.valueOf(code.toUpperCase(Locale.ROOT));
                  words
                      .items()
                      .forEach(
                          word ->
                              languages
                                  .computeIfAbsent(word.text(), w -> new ArrayList<>())
                                  .add(language));
                });
        return languages;
      } catch (IOException e) {
        throw new UncheckedIOException("the words of languages cannot be read", e);
      }
    }
  }
}
