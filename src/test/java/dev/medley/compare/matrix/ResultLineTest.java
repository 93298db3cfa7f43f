package dev.medley.compare.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.Samples;
import dev.medley.catalog.Cost;
import dev.medley.chat.Failure;
import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Outcome;
import dev.medley.chat.Parameters;
import dev.medley.chat.Reply;
import dev.medley.chat.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultLineTest {
  private static final Question QUESTION =
      new Question(
          "Capital of \"France\"?\nOne word.",
          Optional.of("Be brief."),
          new Parameters(Map.of("temperature", new BigDecimal("0.7"))),
          Map.of("land", "France"));
  private static final Case CASE = new Case("3f2a90c1d4e5", 7, 2, QUESTION, List.of());
  private static final Cost COST =
      new Cost(
          Optional.of(new BigDecimal("0.00013")),
          Cost.Source.COMPUTED,
          Optional.of(LocalDate.of(2026, 11, 22)),
          false);

  private static CaseResult answered() {
    return new CaseResult(
        CASE,
        new ModelRef("lab", "org/a"),
        new Outcome.Answered(
            new Reply("Paris", "hm", Optional.of("stop"), Optional.of("a-0613"), Samples.USAGE),
            Samples.TIMING),
        new Bill(Samples.USAGE, COST, 1),
        Optional.empty(),
        List.of(
            new CheckResult("contains: Paris", true, ""),
            new CheckResult(
                "judge: is polite",
                false,
                "not judged",
                Optional.of(new Hearing(false, 2, Optional.of(Cost.UNKNOWN), Usage.UNKNOWN))),
            new CheckResult("max_latency: 1s", false, "1.24 s")));
  }

  private static CaseResult failed() {
    Failure failure =
        Failure.of(FailureKind.NETWORK, "reset")
            .withStatus(502)
            .withHint("try again")
            .asTruncation();
    Reply came = new Reply("Par", "", Optional.empty(), Optional.empty(), Usage.UNKNOWN);
    return new CaseResult(
        CASE,
        new ModelRef("lab", "b"),
        new Outcome.Failed(failure, came, Samples.timing(900, 310)),
        new Bill(Samples.USAGE, Cost.UNKNOWN, 3),
        Optional.of("Par"),
        List.of());
  }

  @Test
  void anAnswerIsOneLineInTheWordsOfTheContract() {
    assertEquals(
        "{\"schema_version\":1,\"case\":\"3f2a90c1d4e5\",\"number\":7,\"run\":2,"
            + "\"prompt\":\"Capital of \\\"France\\\"?\\nOne word.\",\"system\":\"Be brief.\","
            + "\"options\":{\"temperature\":0.7},\"variables\":{\"land\":\"France\"},"
            + "\"model\":\"lab/org/a\",\"provider\":\"lab\",\"resolved_model\":\"a-0613\","
            + "\"outcome\":\"answered\",\"response\":\"Paris\",\"reasoning\":\"hm\","
            + "\"finish_reason\":\"stop\",\"truncated\":false,"
            + "\"usage\":{\"input_tokens\":18,\"cached_tokens\":null,\"output_tokens\":212,"
            + "\"reasoning_tokens\":null,\"source\":\"server\"},"
            + "\"cost\":{\"usd\":0.00013,\"source\":\"computed\",\"as_of\":\"2026-11-22\"},"
            + "\"latency_ms\":1240.0,\"ttft_ms\":310.0,\"tokens_per_second\":228.0,"
            + "\"tries\":1,\"started_at\":\"2026-11-23T12:00:00Z\","
            + "\"checks\":[{\"check\":\"contains: Paris\",\"passed\":true,\"detail\":null},"
            + "{\"check\":\"judge: is polite\",\"passed\":false,\"detail\":\"not judged\","
            + "\"judge\":{\"decided\":false,\"requests\":2,\"usage\":{\"input_tokens\":null,"
            + "\"cached_tokens\":null,\"output_tokens\":null,\"reasoning_tokens\":null,"
            + "\"source\":null},"
            + "\"cost\":{\"usd\":null,\"source\":\"unknown\",\"as_of\":null}}},"
            + "{\"check\":\"max_latency: 1s\",\"passed\":false,\"detail\":\"1.24 s\"}],"
            + "\"passed\":false,\"error\":null}",
        ResultLine.write(answered()));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    for (CaseResult result : List.of(answered(), failed())) {
      assertEquals(Optional.of(result), ResultLine.read(ResultLine.write(result)));
    }
  }

  @Test
  void whatTheServerChargedStaysKnown() {
    Usage charged =
        new Usage(
            OptionalLong.of(3),
            OptionalLong.empty(),
            OptionalLong.of(4),
            OptionalLong.empty(),
            Optional.of(new BigDecimal("0.2")));
    CaseResult a = answered();
    Cost cost = new Cost(charged.chargedUsd(), Cost.Source.CHARGED, Optional.empty(), false);
    CaseResult result =
        new CaseResult(
            a.asked(),
            a.model(),
            new Outcome.Answered(Samples.reply("Paris", charged), Samples.TIMING),
            new Bill(charged, cost, 1),
            a.extracted(),
            a.checks());
    assertEquals(Optional.of(result), ResultLine.read(ResultLine.write(result)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "{}",
        "[]",
        "{\"schema_version\":2}",
        "{\"schema_version\":1}",
        "{\"schema_version\":1,\"case\":\"a\",\"model\":\"lab/b\",\"provider\":\"other\"}",
        "\u0000"
      })
  void whatIsNoRecordIsNone(String line) {
    assertEquals(Optional.empty(), ResultLine.read(line));
  }

  @Test
  void aCutLineIsNoRecordWhereverItWasCut() {
    String line = ResultLine.write(answered());
    for (int end = 0; end < line.length(); end++) {
      assertEquals(Optional.empty(), ResultLine.read(line.substring(0, end)));
    }
  }

  @Test
  void brokenLinesThrowNothing() {
    String line = ResultLine.write(failed());
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder broken = new StringBuilder(line);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(broken.length());
        switch (random.nextInt(3)) {
          case 0 -> broken.deleteCharAt(at);
          case 1 -> broken.setCharAt(at, (char) (' ' + random.nextInt(95)));
          default -> broken.insert(at, line.substring(Math.min(at, 800), Math.min(at, 800) + 20));
        }
      }
      assertTrue(ResultLine.read(broken.toString()).stream().allMatch(r -> r.bill().tries() > 0));
    }
  }
}
