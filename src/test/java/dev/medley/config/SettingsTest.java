package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Timeouts;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path temporary;

  @Test
  void theSampleMeansWhatItSays() {
    Settings settings = new Desk(temporary).user(Desk.resource("sample.yaml")).load().settings();
    assertEquals(
        "Roster[defaultModel=Optional[fast], defaultProvider=Optional[tokenbay]]",
        settings.roster().toString().replaceAll(", models=.*", "]"));
    assertEquals(
        "ModelAlias[name=cheap, ref=tokenbay/qwen-plus, facts=Facts[price="
            + "Optional[Price[usual=Rates[input=0.40, cachedInput=Optional.empty,"
            + " cacheWrite=Optional.empty, output=1.20, reasoning=Optional.empty], tiers=[],"
            + " asOf=Optional[2026-11-22], source=CONFIGURED]],"
            + " context=OptionalLong.empty, maxOutput=OptionalLong.empty, tier=Optional.empty],"
            + " dialect=Dialect[omit=[], maxTokensField=Optional.empty]]",
        settings.roster().models().get("cheap").toString());
    assertEquals(
        "summaries, tags, extraction",
        settings.routing().tasks().get("cheap_summary").description());
    assertEquals(
        """
        1 Optional[long_context] input_tokens >60000
        2 Optional[cheap_summary] any of "summarize", "tl;dr", "bullet points"
        3 Optional[default] always""",
        settings.routing().rules().stream()
            .map(rule -> rule.number() + " " + rule.task() + " " + rule.when().describe())
            .collect(Collectors.joining("\n")));
    assertEquals(
        "Chain[name=default, models=[fast, cheap, tokenbay/gemini-1.5-flash], fallbackOn=[rate_limit,"
            + " overloaded, timeout, network, not_found], maxPrice=Optional[Multiple[factor=2]],"
            + " onContext=[], onPolicy=[]]",
        settings.routing().chains().get("default").toString());
    assertEquals(
        "Limits[perRequest=Optional[0.05], perDay=Optional[2.00], perMonth=Optional[20.00],"
            + " maxPrice=Optional.empty]",
        settings.limits().toString());
    assertEquals(Timeouts.DEFAULT, settings.network());
    assertEquals(new HistorySettings(true, true), settings.history());
  }

  @Test
  void nothingConfiguredHasItsDefaults() {
    Settings settings = new Desk(temporary).load().settings();
    assertEquals("[default]", settings.routing().tasks().keySet().toString());
    assertEquals(Timeouts.DEFAULT, settings.network());
    assertEquals(new HistorySettings(true, true), settings.history());
    assertEquals(18, settings.providers().size());
  }

  @Test
  void optionsAreRequestFields() {
    Settings settings =
        new Desk(temporary)
            .user(
                """
                tasks:
                  t:
                    options:
                      temperature: 0.2
                      seed: 7
                      logprobs: true
                      reasoning_effort: on
                      id: 0123
                      stop: [a, 1]
                      response_format: {type: json_object}
                      none: null
                """)
            .load()
            .settings();
    assertEquals(
        "temperature=BigDecimal 0.2, seed=Long 7, logprobs=Boolean true, reasoning_effort=String on,"
            + " id=String 0123, stop=ListN [a, 1], response_format=UnmodifiableMap {type=json_object}",
        settings.routing().tasks().get("t").options().fields().entrySet().stream()
            .map(e -> e.getKey() + "=" + kind(e.getValue()) + " " + e.getValue())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void conditionsNest() {
    Settings settings =
        new Desk(temporary)
            .user(
                """
                rules:
                  - task: default
                    when:
                      input_chars: 100..200
                      stdin: yes
                      or:
                        - {any: TODO}
                        - {all: [a b, /c+/i], has_code: false}
                      not: {none: [x, y]}
                """)
            .load()
            .settings();
    assertEquals(
        "input_chars 100..200 and stdin and (\"TODO\" or (all of \"a b\", /c+/i and has no code))"
            + " and not none of \"x\", \"y\"",
        settings.routing().rules().get(0).when().describe());
  }

  private static String kind(Object value) {
    return value.getClass().getSimpleName();
  }
}
