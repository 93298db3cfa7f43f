package dev.medley.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that a prompt can be written in, as far as medley tells them apart (ISO 639-1). */
public enum Language {
  EN("English"),
  DE("German"),
  FR("French"),
  ES("Spanish"),
  IT("Italian"),
  PT("Portuguese"),
  NL("Dutch"),
  PL("Polish"),
  TR("Turkish"),
  SV("Swedish"),
  ZH("Chinese"),
  JA("Japanese"),
  KO("Korean"),
  RU("Russian"),
  UK("Ukrainian"),
  EL("Greek"),
  AR("Arabic"),
  HE("Hebrew"),
  HI("Hindi"),
  TH("Thai");

  private final String english;

  Language(String english) {
    this.english = english;
  }

  /** The code, such as {@code de}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in English, such as {@code German}. */
  public String english() {
    return english;
  }

  static Parsed<Language> parse(String text) {
    Optional<Language> meant =
        Arrays.stream(values())
            .filter(one -> one.name().equalsIgnoreCase(text) || one.english.equalsIgnoreCase(text))
            .findFirst();
    List<String> codes = Arrays.stream(values()).map(Language::code).toList();
    return meant
        .map(Parsed::good)
        .orElseGet(
            () -> Parsed.bad("\"" + text + "\" is no known language: " + String.join(", ", codes)));
  }
}
