package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the conditions of rules are written with. */
class ConditionValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22:00-06:00 | 2026-11-25T22:00 | true",
        "22:00-06:00 | 2026-11-25T05:59 | true",
        "22:00-06:00 | 2026-11-25T06:00 | false",
        "22:00-06:00 | 2026-11-25T21:59 | false",
        "9:00-17:30 | 2026-11-25T09:00 | true",
        "09:00 - 17:30 | 2026-11-25T17:30 | false",
        "00:00-24:00 | 2026-11-25T13:00 | true",
        "weekdays | 2026-11-27T23:59 | true",
        "weekdays | 2026-11-28T00:00 | false",
        "Weekend | 2026-11-28T00:00 | true",
        "fri 22:00-06:00 | 2026-11-27T23:00 | true",
        "fri 22:00-06:00 | 2026-11-28T05:00 | true",
        "fri 22:00-06:00 | 2026-11-27T05:00 | false",
        "sun-tue | 2026-11-30T12:00 | true",
        "sun-tue | 2026-11-25T12:00 | false",
        "mon, wednesday 09:00-12:00 | 2026-11-25T09:30 | true",
        "mon, wednesday 09:00-12:00 | 2026-11-26T09:30 | false",
      })
  void times(String written, LocalDateTime at, boolean in) {
    assertEquals(in, TimeWindow.parse(written).value().orElseThrow().contains(at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "22:00",
        "25:00-26:00",
        "22:60-23:00",
        "10:00-10:00",
        "someday",
        "mon-",
        "m",
        "mon-tue-wed",
        "22-06",
        "09:00-17:00 mon"
      })
  void noTimes(String written) {
    assertEquals(
        Optional.of(
            "\""
                + written
                + "\" is no time: write \"22:00-06:00\", \"mon-fri\", \"weekend\" or"
                + " \"mon,wed 09:00-12:00\""),
        TimeWindow.parse(written).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "*.java, /a/b/Main.java, true",
    "*.java, C:\\src\\Main.JAVA, true",
    "*.java, Main.java.txt, false",
    "Main.????, /x/Main.java, true",
    "src/*.java, /home/src/deep/Main.java, true",
    "src/*.java, /home/lib/Main.java, false",
    "*, anything, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYbZ, false",
  })
  void filesByPattern(String pattern, String path, boolean meant) {
    assertEquals(meant, new FilePattern(pattern).matches(path));
  }

  @Test
  void aPatternFullOfStarsTakesNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertEquals(false, new FilePattern("*a".repeat(200) + "b").matches("a".repeat(5000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(a+)+$/",
        "/(a|aa)+$/",
        "/(.*a){12}$/",
        "/((a*)*)*b/",
        "/(x+x+)+y/",
        "/^(([a-z])+.)+[A-Z]([a-z])+$/"
      })
  void noRegularExpressionHangs(String written) {
    Phrase phrase = Phrase.parse(written).value().orElseThrow();
    String text = ("a".repeat(50_000) + "!" + "x".repeat(50_000));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> phrase.foundIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/((((x{100}){100}){100}){100})/",
        "/(x{1000}){1000}/",
        "/x{999999999}{999999999}/"
      })
  void whatGrowsBeyondMemoryIsRefused(String written) {
    assertEquals(
        Optional.of(
            "the regular expression is too large: its length times its repetitions is above 5000"),
        Phrase.parse(written).reason());
  }

  @Test
  void usualOnesAreNotTooLarge() {
    assertTrue(
        Phrase.parse("/\\b\\d{4}-\\d{2}-\\d{2}\\b/")
            .value()
            .orElseThrow()
            .foundIn("on 2026-11-25."));
    assertTrue(Phrase.parse("/[A-Z]{2}\\d{2}(\\s?\\w{4}){3,7}/").value().isPresent());
    assertEquals(
        Optional.of(
            "/(?=x)/ is no RE2 regular expression: invalid or unsupported Perl syntax: (?="),
        Phrase.parse("/(?=x)/").reason());
  }

  @Test
  void allConditionsAreRead(@TempDir Path temporary) {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                default_model: demo/swift
                rules:
                  - task: default
                    when:
                      has_image: yes
                      has_file: ["*.java", "*.kt"]
                      language: [de, French]
                      schema: off
                      time: ["22:00-06:00", weekend]
                      env: [CI, STAGE=prod]
                      not: {or: [{stdin: true}, {and: [{has_code: true}, {input_chars: "<5"}]}]}
                """);
    assertEquals("", desk.problems());
    assertEquals(
        "has image and has file *.java or *.kt and language de or fr and no schema"
            + " and time 22:00-06:00 or weekend and env CI or STAGE=prod"
            + " and not (stdin or (has code and input_chars <5))",
        desk.load().settings().routing().rules().get(0).when().describe());
  }

  @Test
  void whatIsWrongIsTold(@TempDir Path temporary) {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                default_model: demo/swift
                auto: maybe
                models: {a: {id: demo/swift, tier: huge}}
                chains: {c: {models: [a]}}
                tasks:
                  one: {models: [a], prefer: quickest, tier: tiny, max_cost: lots, max_latency: soon}
                  two: {chain: c, prefer: cheap}
                rules:
                  - {task: one, when: {language: klingon, time: noon, env: "a b", has_image: perhaps}}
                  - {task: one, when: {has_fil: "*.java", language: []}}
                """);
    assertEquals(
        """
        USER:2: auto: "maybe" is neither true nor false
        USER:3: models.a.tier: "huge" is none of small, medium, large
        USER:6: tasks.one.tier: "tiny" is none of small, medium, large
        USER:6: tasks.one.prefer: "quickest" is none of cheap, fast, best, balanced
        USER:6: tasks.one.max_cost: "lots" is not a number, such as 0.50
        USER:6: tasks.one.max_latency: "soon" is no duration: write 500ms, 30s, 2m or 1h
        USER:7: tasks.two.prefer: a chain keeps its order: leave it out
        USER:9: rules[1].when.language: "klingon" is no known language: en, de, fr, es, it, pt, nl, pl, tr, sv, zh, ja, ko, ru, uk, el, ar, he, hi, th
        USER:9: rules[1].when.time: "noon" is no time: write "22:00-06:00", "mon-fri", "weekend" or "mon,wed 09:00-12:00"
        USER:9: rules[1].when.env: "a b" is no variable: write "CI" or "CI=true"
        USER:9: rules[1].when.has_image: "perhaps" is neither true nor false
        USER:10: rules[2].when.has_fil: unknown condition (did you mean "has_file"?)
        USER:10: rules[2].when.language: expected one or more, found an empty list""",
        desk.problems());
  }
}
