package dev.medley.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a prompt seems to be about: its longest run of words that say something. */
final class Subject {
  private static final int MOST_WORDS = 4;
  private static final int LOOKED_AT = 2000;
  private static final int LONGEST_WORD = 24;
  private static final Pattern WORD_OR_SIGN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|\\S");

  /** Words that hold a run together when one that says something follows. */
  private static final Set<String> JOINTS = Set.of("and", "of", "or", "vs");

  /** Words that are in every prompt and tell nothing of it. */
  private static final Set<String> COMMON =
      Set.of(
          ("a about above all also am an and any are as at be because been but by can could did do"
                  + " does each explain describe tell give list write show make create please help"
                  + " for from get had has have how i if in into is it its just let like me more"
                  + " most much my no not of on one only or other our out over paragraph paragraphs"
                  + " sentence sentences same should so some such than that the their them then"
                  + " there these they this those three to too two up us use very was we were what"
                  + " when where which while who why will with word words would you your short"
                  + " brief briefly what's i'm it's don't"
                  + " between answer translate compare name say difference differences summarize summary"
                  + " bullet point points tl dr tldr best way today")
              .split(" "));

  private Subject() {}

  /** A few words, or {@code your prompt} where there are none. */
  static String of(String prompt) {
    String start = prompt.substring(0, Math.min(LOOKED_AT, prompt.length()));
    List<String> best = List.of();
    List<String> run = new ArrayList<>();
    String joint = "";
    for (String word : WORD_OR_SIGN.matcher(start).results().map(MatchResult::group).toList()) {
      if (saysSomething(word) && run.size() < MOST_WORDS) {
        run.add(joint + shorten(word));
        joint = "";
        best = run.size() > best.size() ? List.copyOf(run) : best;
      } else if (JOINTS.contains(word) && !run.isEmpty() && joint.isEmpty()) {
        joint = word + " ";
      } else {
        run = new ArrayList<>();
        joint = "";
      }
    }
    return best.isEmpty() ? "your prompt" : "“" + String.join(" ", best) + "”";
  }

  private static boolean saysSomething(String word) {
    return word.codePoints().anyMatch(Character::isLetter)
        && !COMMON.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String shorten(String word) {
    int letters = word.codePointCount(0, word.length());
    return letters <= LONGEST_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD)) + "…";
  }
}
