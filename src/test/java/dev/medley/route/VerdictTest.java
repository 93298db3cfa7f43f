package dev.medley.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Attachment;
import dev.medley.chat.Message;
import dev.medley.chat.Parameters;
import dev.medley.chat.Prompt;
import dev.medley.chat.Role;
import dev.medley.config.Condition;
import dev.medley.config.Condition.And;
import dev.medley.config.Condition.AtTime;
import dev.medley.config.Condition.Env;
import dev.medley.config.Condition.HasCode;
import dev.medley.config.Condition.HasFile;
import dev.medley.config.Condition.HasImage;
import dev.medley.config.Condition.InLanguage;
import dev.medley.config.Condition.InputChars;
import dev.medley.config.Condition.InputTokens;
import dev.medley.config.Condition.Not;
import dev.medley.config.Condition.Or;
import dev.medley.config.Condition.Quantity;
import dev.medley.config.Condition.Stdin;
import dev.medley.config.Condition.WithSchema;
import dev.medley.config.EnvValue;
import dev.medley.config.FilePattern;
import dev.medley.config.Language;
import dev.medley.config.NumberRange;
import dev.medley.config.Phrase;
import dev.medley.config.TimeWindow;
import dev.medley.config.Trait;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final String TEXT = "Please summarize the report " + "x".repeat(200);
  private static final Circumstances NIGHT =
      new Circumstances(
          LocalDateTime.of(2026, 11, 27, 23, 30),
          Map.of("CI", "true", "TOKEN", "secret-123", "EMPTY", ""));
  private static final Features PROMPT =
      new Features(
          Prompt.of(TEXT), Set.of(Trait.STDIN), List.of("/src/Main.java", "/a/b.txt"), NIGHT);

  @Test
  void numbers() {
    holds("input_tokens >60 (about 61)", new InputTokens(range(">60")));
    holds("input_tokens 61 (about 61)", new InputTokens(new NumberRange(61, 61, "61")));
    fails("input_tokens >61 (about 61)", new InputTokens(range(">61")));
    holds("input_chars <=228 (228)", new InputChars(range("<=228")));
    fails("input_chars 1..26 (228)", new InputChars(range("1..26")));
  }

  @Test
  void pipesAndCode() {
    holds("stdin", new Stdin(true));
    fails("no stdin", new Stdin(false));
    holds("has no code", new HasCode(false));
    fails("has code", new HasCode(true));
  }

  @Test
  void imagesAndSchemas() {
    fails("has image", new HasImage(true));
    holds("no schema", new WithSchema(false));
    Prompt seen =
        new Prompt(
            List.of(
                new Message(
                    Role.USER,
                    "look",
                    List.of(Attachment.linkedImage(URI.create("https://a.test/x.png"))))),
            Parameters.NONE,
            true);
    Features features = new Features(seen, Set.of(Trait.SCHEMA), List.of(), NIGHT);
    assertEquals(new Verdict(true, "has image"), Verdict.of(new HasImage(true), features));
    assertEquals(new Verdict(true, "schema"), Verdict.of(new WithSchema(true), features));
  }

  @Test
  void files() {
    holds("has file *.java (Main.java)", new HasFile(List.of(new FilePattern("*.java"))));
    holds(
        "has file *.md or src/*.JAVA (Main.java)",
        new HasFile(List.of(new FilePattern("*.md"), new FilePattern("src/*.JAVA"))));
    fails("has file *.py (none such)", new HasFile(List.of(new FilePattern("*.py"))));
  }

  @Test
  void languages() {
    holds("language en (en)", new InLanguage(List.of(Language.EN)));
    fails("language de or fr (en)", new InLanguage(List.of(Language.DE, Language.FR)));
    Features unclear = Routes.features(Prompt.of("42"));
    assertEquals(
        new Verdict(false, "language en (cannot tell)"),
        Verdict.of(new InLanguage(List.of(Language.EN)), unclear));
  }

  @Test
  void times() {
    holds("time 22:00-06:00 (Fri 23:30)", new AtTime(List.of(window("22:00-06:00"))));
    fails("time weekend (Fri 23:30)", new AtTime(List.of(window("weekend"))));
  }

  @Test
  void variablesAreComparedAndNeverShown() {
    holds("env CI", new Env(List.of(new EnvValue("CI", Optional.empty()))));
    holds("env CI=true", new Env(List.of(new EnvValue("CI", Optional.of("true")))));
    fails("env TOKEN=guess", new Env(List.of(new EnvValue("TOKEN", Optional.of("guess")))));
    fails("env EMPTY", new Env(List.of(new EnvValue("EMPTY", Optional.empty()))));
    fails("env NONE", new Env(List.of(new EnvValue("NONE", Optional.empty()))));
    assertEquals("Circumstances[2026-11-27T23:30]", NIGHT.toString());
  }

  @Test
  void anyOfTheWordsIsTheFirstFound() {
    holds("\"report\"", words(Quantity.ANY, "tl;dr", "report", "please"));
    holds("/summari[sz]e/", words(Quantity.ANY, "/summari[sz]e/"));
    fails("any of \"tl;dr\", \"sum\"", words(Quantity.ANY, "tl;dr", "sum"));
  }

  @Test
  void allOfTheWords() {
    holds("all of \"report\", \"please\"", words(Quantity.ALL, "report", "please"));
    fails("all of \"report\", \"tl;dr\"", words(Quantity.ALL, "report", "tl;dr"));
  }

  @Test
  void noneOfTheWords() {
    holds("none of \"tl;dr\", \"sum\"", words(Quantity.NONE, "tl;dr", "sum"));
    fails("none of \"tl;dr\", \"report\", but \"report\"", words(Quantity.NONE, "tl;dr", "report"));
  }

  @Test
  void all() {
    holds("always", Condition.ALWAYS);
    holds("stdin, has no code", new And(List.of(new Stdin(true), new HasCode(false))));
    fails("has code", new And(List.of(new Stdin(true), new HasCode(true), new Stdin(false))));
  }

  @Test
  void any() {
    holds("has no code", new Or(List.of(new Stdin(false), new HasCode(false))));
    fails("no stdin or has code", new Or(List.of(new Stdin(false), new HasCode(true))));
  }

  @Test
  void not() {
    holds("not has code", new Not(new HasCode(true)));
    fails("not stdin", new Not(new Stdin(true)));
    holds(
        "not (no stdin or has code)",
        new Not(new Or(List.of(new Stdin(false), new HasCode(true)))));
  }

  private static Condition words(Quantity quantity, String... words) {
    return new Condition.Words(
        quantity,
        Arrays.stream(words).map(word -> Phrase.parse(word).value().orElseThrow()).toList());
  }

  private static TimeWindow window(String written) {
    return TimeWindow.parse(written).value().orElseThrow();
  }

  private static NumberRange range(String written) {
    return NumberRange.parse(written).value().orElseThrow();
  }

  private static void holds(String why, Condition condition) {
    assertEquals(new Verdict(true, why), Verdict.of(condition, PROMPT));
  }

  private static void fails(String why, Condition condition) {
    assertEquals(new Verdict(false, why), Verdict.of(condition, PROMPT));
  }
}
