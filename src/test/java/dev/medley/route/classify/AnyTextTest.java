package dev.medley.route.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, it is classified: nothing is thrown, and the same text gets the same. */
class AnyTextTest {
  private static final String[] PIECES = {
    "translate ",
    "```",
    "\n\n",
    "\n",
    "\r",
    ":",
    "\"",
    "总结",
    "é",
    "e\u0301",
    "\uD83D\uDE00",
    "\uD83D",
    "{};",
    "42 ",
    "?",
    "¿",
    " ",
    "x".repeat(300),
    "ß",
    "\u0000",
    "def f(x):",
    "*",
    "'"
  };

  @Test
  void anything() {
    for (long seed = 0; seed < 1500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String prompt = text.toString();
      LanguageGuess.of(prompt);
      Classification once = classify(prompt);
      assertEquals(Kind.values().length, once.scores().size());
      assertEquals(once, classify(prompt));
    }
  }

  private static Classification classify(String text) {
    return Classifier.bundled().classify(text, SourceCode.in(text), text.length() / 4);
  }
}
