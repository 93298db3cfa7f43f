package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNamesTest {
  private static final String CONFIG =
      """
      default_model: fast
      providers:
        local: {base_url: http://localhost:1/v1, omit: [seed], max_tokens_field: num_predict}
      models:
        fast: {id: tokenbay/gpt-4o}
        small: {id: local/tiny:1b, context: 4096, omit: [stop], price: {input: 0, output: 0}}
        odd/name: {id: demo/swift}
      groups: {all: [fast, small], more: ["@all", fast, demo/swift], none: []}
      """;

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fast | fast=tokenbay/gpt-4o",
        "' fast ' | fast=tokenbay/gpt-4o",
        "odd/name | odd/name=demo/swift",
        "openai/o3 | openai/o3=openai/o3",
        "openrouter/meta-llama/x | openrouter/meta-llama/x=openrouter/meta-llama/x",
        "meta-llama/x | meta-llama/x=tokenbay/meta-llama/x",
        "mistralai/mixtral | mistralai/mixtral=tokenbay/mistralai/mixtral",
        "x-ai/grok | x-ai/grok=tokenbay/x-ai/grok",
        "gpt-9 | gpt-9=tokenbay/gpt-9",
        "@all | fast=tokenbay/gpt-4o small=local/tiny:1b",
        "@more | fast=tokenbay/gpt-4o small=local/tiny:1b demo/swift=demo/swift",
        "fsat | NOT_FOUND: no model \"fsat\": did you mean \"fast\"? write tokenbay/fsat if not",
        "opnai/o3 | NOT_FOUND: no model \"opnai/o3\": did you mean \"openai/o3\"? write tokenbay/opnai/o3 if not",
        "openai/ | NOT_FOUND: no model after \"openai/\": medley models lists what there is",
        "@al | NOT_FOUND: no group \"@al\": did you mean \"@all\"?",
        "@everything | NOT_FOUND: no group \"@everything\": known are @all, @more, @none",
        "@none | CONFIG: group \"@none\" is empty: name its models in ~/.config/medley/config.yaml",
        "'' | CONFIG: the name of a model is empty: ",
      })
  void names(String name, String meant) {
    assertEquals(
        meant == null ? "" : meant.strip(),
        shown(new Desk(temporary).user(CONFIG).names().resolve(name)).strip());
  }

  @Test
  void theDefaultIsTheConfiguredOneElseOfTheFirstReadyPreset() {
    assertEquals(
        "fast=tokenbay/gpt-4o", shown(new Desk(temporary).user(CONFIG).names().byDefault()));
    Desk keyed =
        new Desk(temporary.resolve("2")).variable("GROQ_API_KEY", "k").variable("XAI_API_KEY", "k");
    assertEquals(
        "groq/llama-3.1-8b-instant=groq/llama-3.1-8b-instant", shown(keyed.names().byDefault()));
    assertEquals("o3=groq/o3", shown(keyed.names().resolve("o3")));
  }

  @Test
  void theUsersOwnProviderServesBareNamesWhenNoPresetIsReady() {
    Desk desk =
        new Desk(temporary)
            .user("providers: {corp: {base_url: https://c.example, key_env: CORP}}")
            .variable("CORP", "k");
    assertEquals("o3=corp/o3", shown(desk.names().resolve("o3")));
  }

  @Test
  void withoutAnyKeyTheWayOnIsTold() {
    ModelNames names = new Desk(temporary).names();
    String setKey =
        "export OPENAI_API_KEY=… (or another provider's key), or run medley config init";
    String offline = "; offline: medley ask -m demo/swift \"hi\"";
    assertEquals(
        "CONFIG: no model: none is named, and no key is set: "
            + setKey
            + ", or name one with -m"
            + offline,
        shown(names.byDefault()));
    assertEquals(
        "CONFIG: no provider for \"o3\": none is named, and no key is set: write PROVIDER/o3, or "
            + setKey
            + offline,
        shown(names.resolve("o3")));
    assertEquals("demo/swift=demo/swift", shown(names.resolve("demo/swift")));
  }

  @Test
  void anAliasHasTheLastWordOnItsModel() {
    Target small = targets(new Desk(temporary).user(CONFIG).names().resolve("small")).get(0);
    assertEquals(4096, small.info().window().getAsLong());
    assertEquals("0", small.info().price().get().output().toString());
    assertEquals(
        "[seed, stop] num_predict",
        small.dialect().omit().stream().sorted().toList()
            + " "
            + small.dialect().maxTokensField().get());
  }

  private static List<Target> targets(Resolution resolution) {
    return resolution.fold(
        targets -> targets,
        failure -> {
          throw new AssertionError(failure);
        });
  }

  private static String shown(Resolution resolution) {
    return resolution.fold(
        targets ->
            targets.stream().map(t -> t.name() + "=" + t.ref()).collect(Collectors.joining(" ")),
        ModelNamesTest::shown);
  }

  private static String shown(Failure failure) {
    return failure.kind() + ": " + failure.message() + ": " + failure.hint();
  }
}
