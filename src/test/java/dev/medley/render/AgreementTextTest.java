package dev.medley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.compare.Results;
import dev.medley.compare.agreement.AgreementCount;
import dev.medley.compare.agreement.WordDiff;
import dev.medley.compare.matrix.AnswerGroups;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AgreementTextTest {
  private static final List<ModelRef> MODELS =
      List.of(Results.model("a"), Results.model("b"), Results.model("c"));
  private final AgreementCount count = new AgreementCount();
  private final AnswerGroups groups = new AnswerGroups(MODELS, count);

  private void say(String key, String a, String b, String c) throws IOException {
    groups.add(Results.of(key).answers("a", a, 1));
    groups.add(Results.of(key).answers("b", b, 1));
    groups.add(
        c.isEmpty()
            ? Results.of(key).fails("c", FailureKind.NETWORK)
            : Results.of(key).answers("c", c, 1));
  }

  private String shown() {
    return String.join("\n", AgreementText.lines(count, MODELS));
  }

  @Test
  void onePrompt() throws IOException {
    say("x", "Lyon", "Paris", "paris.");
    assertEquals("2 of 3 agree: lab/b and lab/c (the same text)", shown());
  }

  @Test
  void allAgree() throws IOException {
    say("x", "{\"a\":1}", "{\"a\": 1.0}", "{ \"a\": 1 }");
    assertEquals("all 3 agree: the same JSON", shown());
  }

  @Test
  void nobodyAgrees() throws IOException {
    say("x", "one", "two", "three");
    assertEquals("no two of 3 agree", shown());
  }

  @Test
  void oneFailed() throws IOException {
    say("x", "one", "one", "");
    assertEquals("both agree: the same text", shown());
  }

  @Test
  void oneAnswerIsNothingToSpeakOf() throws IOException {
    groups.add(Results.of("x").answers("a", "one", 1));
    groups.close();
    assertEquals("", shown());
  }

  @Test
  void manyPrompts() throws IOException {
    say("x", "one", "one", "one");
    say("y", "one", "two", "two");
    say("z", "one", "two", "three");
    assertEquals(
        "agreement over 3 prompts and runs: all agree in 1, some in 1, none in 1", shown());
  }

  @Test
  void aDiffReadsWithoutColour() {
    WordDiff diff = WordDiff.of("the old cat", "the new\u001b[31m cat");
    assertEquals(
        "the [-old-]{+new␛[31m+} cat", WordDiffText.of(diff, Style.PLAIN, SafeText::forTerminal));
    assertEquals(
        "the \u001b[31m[-old-]\u001b[0m\u001b[32m{+new␛[31m+}\u001b[0m cat",
        WordDiffText.of(diff, Style.COLOR, SafeText::forTerminal));
    assertEquals(
        "a{+\n\nb+}",
        WordDiffText.of(WordDiff.of("a", "a\n\nb"), Style.PLAIN, UnaryOperator.identity()));
  }
}
