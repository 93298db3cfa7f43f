package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
  @TempDir Path temporary;

  @Test
  void theSampleOfTheContractHasNone() {
    assertEquals("", new Desk(temporary).user(Desk.resource("sample.yaml")).problems());
  }

  @Test
  void allAreToldTogether() {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                default_modle: fast
                providers:
                  local: {base_url: localhost:11434/v1}
                  ftp: {base_url: ftp://example.org}
                  hostless: {base_url: "https:///v1"}
                  both: {base_url: https://a.example, key_env: A_KEY, key_file: ~/a}
                  pasted: {base_url: https://a.example, key_env: sk-1234567890, api_key: sk-1234567890}
                models:
                  fast: {id: tokenbai/gpt-4o-mini, context: lots}
                  cheap: {id: qwen-plus, price: {input: -1}}
                  deep: {price: 3}
                groups: {all: [fast, cheep], some: fast, ring: ["@ring"]}
                tasks:
                  sums: {model: faast}
                  two: {model: fast, chain: dfault}
                rules:
                  - {task: sum, when: {input_tokens: "much"}}
                  - {when: {any: ["/(/"], stdout: true}}
                  - fast
                chains:
                  default: {models: [fast, nowhere/x, plain], fallback_on: [rate_limits], max_price: 2}
                  empty: {}
                limits: {per_day: -2, per_month: 1_000}
                network: {timeout: soon}
                history: {enabled: perhaps}
                """);
    assertEquals(
        """
        USER:1: default_modle: unknown key (did you mean "default_model"?)
        USER:3: providers.local.base_url: localhost:11434/v1 has no scheme: write http://localhost:11434/v1
        USER:4: providers.ftp.base_url: ftp is not a scheme for this: write http:// or https://
        USER:5: providers.hostless.base_url: has no host
        USER:6: providers.both: has key_env and key_file; one place for a key is enough
        USER:7: providers.pasted.api_key: a key itself does not belong here: name its place with key_env, key_file or key_command
        USER:7: providers.pasted.key_env: is not the name of a variable; the key itself does not belong here
        USER:9: models.fast.id: no provider "tokenbai" (did you mean "tokenbay"?)
        USER:9: models.fast.context: "lots" is not a whole number, such as 128000
        USER:10: models.cheap.id: "qwen-plus" must be provider/model, such as openai/gpt-4o-mini
        USER:10: models.cheap.price: needs output, in USD per million tokens
        USER:10: models.cheap.price.input: must not be negative
        USER:11: models.deep.price: expected a map, found a single value
        USER:11: models.deep: needs an id, such as {id: openai/gpt-4o-mini}
        USER:12: groups.some: expected a list, such as [a, b], found a single value
        USER:12: groups.all[2]: no alias or known model "cheep" (did you mean "cheap"?)
        USER:12: groups.ring: the group contains itself
        USER:14: tasks.sums.model: no alias or known model "faast" (did you mean "fast"?)
        USER:15: tasks.two: has chain and model; a task takes one of them
        USER:15: tasks.two.chain: no chain "dfault" (did you mean "default"?)
        USER:17: rules[1].task: no task "sum" (did you mean "sums"?)
        USER:17: rules[1].when.input_tokens: "much" is no comparison: write ">60000", "<=100" or "100..200"
        USER:18: rules[2]: needs either a task or a model
        USER:18: rules[2].when.any[1]: /(/ is no RE2 regular expression: missing closing )
        USER:18: rules[2].when.stdout: unknown condition; known are input_tokens, input_chars, any, all, none, stdin, has_code, has_image, has_file, language, schema, time, env, and, or, not
        USER:19: rules[3]: expected a map, found a single value
        USER:21: chains.default.models[2]: no provider "nowhere"
        USER:21: chains.default.models[3]: no alias or known model "plain"; write PROVIDER/plain
        USER:21: chains.default.fallback_on[1]: no error class "rate_limits" (did you mean "rate_limit"?)
        USER:21: chains.default.max_price: "2" is no price guard: write 2x or $0.01
        USER:22: chains.empty: needs models, such as {models: [a, b]}
        USER:23: limits.per_day: must not be negative
        USER:23: limits.per_month: "1_000" is not a number, such as 0.50
        USER:24: network.timeout: "soon" is no duration: write 500ms, 30s, 2m or 1h
        USER:25: history.enabled: "perhaps" is neither true nor false
        """
            .strip(),
        desk.problems());
  }

  @Test
  void theStarterHasNoneAsItIsAndWithItsLinesInUse() {
    assertEquals("", new Desk(temporary).user(Starter.text(Optional.empty())).problems());
    String used = Starter.text(Optional.empty()).replaceAll("(?m)^#(?! \\S)", "");
    Loaded loaded = new Desk(temporary).user(used).load();
    assertEquals("[]", loaded.problems().toString());
    assertEquals("[fast, cheap, deep]", loaded.settings().roster().groups().get("all").toString());
  }

  @Test
  void aFileThatWasAskedForMustExist() {
    Desk desk = new Desk(temporary).variable("MEDLEY_CONFIG", "~/mine.yaml");
    assertEquals("environment MEDLEY_CONFIG: no such file: HOME/mine.yaml", desk.problems());
    Loaded loaded =
        new SettingsLoader(Desk::catalog).load(desk.environment(), Optional.of(Path.of("x.yaml")));
    assertEquals(
        "[flag --config: no such file: HOME/project/x.yaml]",
        desk.named(loaded.problems().toString()));
  }

  @Test
  void aFolderIsNoFile() {
    Desk desk = new Desk(temporary).variable("MEDLEY_CONFIG", "~/project");
    assertEquals("HOME/project: is a folder, not a file", desk.problems());
  }

  @Test
  void aBareNameIsAModelOfTheDefaultProviderIfTheCatalogueKnowsIt() {
    assertEquals(
        """
        USER:3: tasks.b.model: no alias or known model "gpt-9"; write openai/gpt-9
        USER:4: tasks.c.model: no alias or known model "opneai/x" (did you mean "openai/x"?)
        """
            .strip(),
        new Desk(temporary)
            .variable("OPENAI_API_KEY", "k")
            .user(
                """
                tasks:
                  a: {model: gpt-4o}
                  b: {model: gpt-9}
                  c: {model: opneai/x}
                """)
            .problems());
  }

  @Test
  void circlesOfGroupsAreFoundOnce() {
    assertEquals(
        """
        USER:1: groups.a: the group contains itself
        USER:1: groups.b: the group contains itself
        """
            .strip(),
        new Desk(temporary).user("groups: {a: ['@b'], b: ['@a'], c: ['@a']}").problems());
  }
}
