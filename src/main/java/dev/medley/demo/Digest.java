package dev.medley.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentences of the text that a prompt wants summarised, and how many are wanted. */
final class Digest {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)\\b(?:summari[sz]\\w*|summary|tl;?dr|bullet|condense|shorten|digest|key points)");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)\\b(\\d{1,2}|one|two|three|four|five|six|seven)[ -]"
              + "(?:\\w+[ -])?(?:bullet|point|sentence|line)");
  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])|\\R+");
  private static final Pattern MARKERS = Pattern.compile("^[\\s>*#•+-]+|\\p{Cntrl}");
  private static final int LONG_PROMPT = 600;
  private static final int LONG_WORD = 12;
  private static final int LONGEST_ORDER = 200;

  private Digest() {}

  /** Whether the prompt looks like an order to summarise, or is long enough to be read as one. */
  static boolean fits(String prompt) {
    return prompt.length() > LONG_PROMPT || ORDER.matcher(prompt).find();
  }

  /** How many points the prompt asks for, 1 to 99, else {@code usual}. */
  static int points(String prompt, int usual) {
    Matcher count = COUNT.matcher(prompt);
    if (!count.find()) {
      return usual;
    }
    String number = count.group(1).toLowerCase(Locale.ROOT);
    int word = NUMBERS.indexOf(number);
    return Math.max(1, word >= 0 ? word : Integer.parseInt(number));
  }

  /** The sentences of the text without the order; empty if there is only an order. */
  static List<String> sentences(String prompt) {
    return SENTENCE_END
        .splitAsStream(text(prompt))
        .map(sentence -> MARKERS.matcher(sentence).replaceAll("").strip())
        .filter(sentence -> sentence.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  /** Not more of the sentence than so many words, nor than so many of usual length fill. */
  static String shorten(String sentence, int words) {
    int most = words * LONG_WORD;
    String start =
        sentence.codePointCount(0, sentence.length()) <= most
            ? sentence
            : sentence.substring(0, sentence.offsetByCodePoints(0, most));
    String[] all = start.split("\\s+");
    String kept = String.join(" ", Arrays.copyOf(all, Math.min(words, all.length)));
    return all.length <= words && start.equals(sentence) ? sentence : kept + " …";
  }

  private static String text(String prompt) {
    List<String> paragraphs = List.of(prompt.strip().split("\\R\\s*\\R"));
    if (paragraphs.size() > 1) {
      return String.join("\n", paragraphs.stream().filter(part -> !isOrder(part)).toList());
    }
    int colon = prompt.indexOf(':');
    if (colon >= 0 && isOrder(prompt.substring(0, colon + 1))) {
      return prompt.substring(colon + 1);
    }
    return isOrder(prompt) ? "" : prompt;
  }

  private static boolean isOrder(String part) {
    return part.length() <= LONGEST_ORDER && ORDER.matcher(part).find();
  }
}
