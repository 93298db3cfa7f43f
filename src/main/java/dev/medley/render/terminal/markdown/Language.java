package dev.medley.render.terminal.markdown;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What has to be known of a language to colour it.
 *
 * @param comments what begins a comment that ends with the line
 * @param spans comments and strings with an end of their own; longer starts come first
 * @param anyCase whether keywords may be written in any case
 */
record Language(
    String name, List<String> comments, List<Span> spans, Set<String> keywords, boolean anyCase) {
  /**
   * A comment or a string.
   *
   * @param lines whether it may go over several lines
   */
  record Span(String start, String end, Look look, boolean lines) {}

  /** By one of its names, as it stands after a fence. */
  static Optional<Language> named(String info) {
    String name = info.toLowerCase(Locale.ROOT);
    String key = name.isEmpty() ? null : Known.ALL.getProperty("name." + name);
    return Optional.ofNullable(key).map(Language::read);
  }

  private static Language read(String key) {
    List<Span> spans = new ArrayList<>();
    for (String pair : words(key, "block")) {
      int middle = pair.indexOf("…");
      spans.add(
          new Span(pair.substring(0, middle), pair.substring(middle + 1), Look.COMMENT, true));
    }
    for (String quote : words(key, "strings")) {
      spans.add(new Span(quote, quote, Look.STRING, quote.length() > 1 || quote.equals("`")));
    }
    return new Language(
        key,
        words(key, "comment"),
        List.copyOf(spans),
        Set.copyOf(words(key, "keywords")),
        Known.ALL.containsKey(key + ".any-case"));
  }

  private static List<String> words(String key, String what) {
    String value = Known.ALL.getProperty(key + "." + what, "").strip();
    return value.isEmpty() ? List.of() : List.of(value.split("\\s+")).stream().distinct().toList();
  }

  /** Of a difference between files, a line is what its first sign says. */
  Optional<Look> wholeLine(String line) {
    if (!name.equals("diff") || line.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (line.charAt(0)) {
          case '+' -> Look.ADDED;
          case '-' -> Look.REMOVED;
          case '@' -> Look.KEYWORD;
          default -> Look.PLAIN;
        });
  }

  boolean commentsAt(String line, int at) {
    for (String start : comments) {
      boolean begins = line.startsWith(start, at);
      boolean alone = at == 0 || !start.equals("#") || Character.isWhitespace(line.charAt(at - 1));
      if (begins && alone) {
        return true;
      }
    }
    return false;
  }

  Optional<Span> spanAt(String line, int at) {
    for (Span span : spans) {
      if (line.startsWith(span.start(), at)) {
        return Optional.of(span);
      }
    }
    return Optional.empty();
  }

  /** Whether what ends with this may go on in the next line. */
  boolean spansLines(String end) {
    return spans.stream().anyMatch(span -> span.end().equals(end) && span.lines());
  }

  /** Whether what ends with this is a string, in which a backslash protects the next sign. */
  boolean escapes(String end) {
    return spans.stream().anyMatch(s -> s.end().equals(end) && s.look().equals(Look.STRING));
  }

  boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || Character.isSurrogate(c);
  }

  boolean isKeyword(String word) {
    return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  /** Read with the first code that says what it is. */
  private static final class Known {
    static final Properties ALL = load();

    private static Properties load() {
      Properties all = new Properties();
      try (Reader text =
          new InputStreamReader(
              Language.class.getResourceAsStream("languages.properties"), StandardCharsets.UTF_8)) {
        all.load(text);
      } catch (IOException e) {
        throw new UncheckedIOException("the languages cannot be read", e);
      }
      for (String key : List.copyOf(all.stringPropertyNames())) {
        if (key.endsWith(".names")) {
          String language = key.substring(0, key.length() - ".names".length());
          all.setProperty("name." + language, language);
          for (String name : all.getProperty(key).split("\\s+")) {
            all.setProperty("name." + name, language);
          }
        }
      }
      return all;
    }
  }
}
