package dev.medley.compare.judge;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Text of others within a prompt, between marks that nobody can foresee: an answer that tries to
 * close its own quotation and to go on as an instruction would have to guess 80 random bits.
 */
final class Quotation {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private final String mark;

  private Quotation(String mark) {
    this.mark = mark;
  }

  /** With a mark that is in none of the texts. */
  static Quotation of(RandomGenerator random, List<String> texts) {
    while (true) {
      String mark = mark(random);
      if (texts.stream().noneMatch(text -> text.contains(mark))) {
        return new Quotation(mark);
      }
    }
  }

  private static String mark(RandomGenerator random) {
    StringBuilder mark = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      mark.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return mark.toString();
  }

  String mark() {
    return mark;
  }

  /** The text as it is, between a line that opens and one that closes. */
  String quote(String name, String text) {
    return "<<" + mark + " " + name + ">>\n" + text + "\n<<" + mark + " end of " + name + ">>";
  }
}
