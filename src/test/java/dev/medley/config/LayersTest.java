package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.chat.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {
  @TempDir Path temporary;

  @Test
  void theStrongerLayerWinsAndEachValueKnowsItsPlace() {
    Desk desk =
        new Desk(temporary)
            .user(
                """
                default_model: fast
                providers:
                  corp: {base_url: "https://x.example/v1?k=hush", key_command: pass show hush, headers: {X-Key: hush}}
                models:
                  fast: {id: openai/gpt-4o, context: 1000, omit: [seed, top_p]}
                limits: {per_day: 2, per_month: 20}
                rules:
                  - {task: default, when: {any: ["tl;dr", on]}}
                """)
            .project(
                """
                models:
                  fast: {omit: [stop]}
                limits: {per_day: 1.50}
                """)
            .variable("MEDLEY_DEFAULT_MODEL", "openai/gpt-4o")
            .variable("MEDLEY_LIMITS_PER_MONTH", "30");
    assertEquals("", desk.problems());
    assertEquals(
        """
        providers:
          corp:
            base_url: "https://x.example/v1?…"  # USER:3
            key_command: "pass …"  # USER:3
            headers:
              X-Key: …  # USER:3
        default_model: openai/gpt-4o  # environment MEDLEY_DEFAULT_MODEL
        models:
          fast:
            id: openai/gpt-4o  # USER:5
            context: 1000  # USER:5
            omit: [stop]  # PROJECT:2
        limits:
          per_day: 1.50  # PROJECT:3
          per_month: "30"  # environment MEDLEY_LIMITS_PER_MONTH
        rules:
          - task: default  # USER:8
            when:
              any: ["tl;dr", on]  # USER:8
        """,
        desk.named(ConfigPrinter.print(desk.load().merged(), false)));
  }

  @Test
  void whatIsInTheWrongPlaceIsNotShown() {
    Desk desk =
        new Desk(temporary)
            .user("openai_key: hush\nproviders: {openai: {api_key: hush, key_env: hu-sh}}\n");
    assertEquals(
        """
        providers:
          openai:
            api_key: …  # USER:2
            key_env: …  # USER:2
        openai_key: …  # USER:1
        """,
        desk.named(ConfigPrinter.print(desk.load().merged(), false)));
    assertFalse(desk.problems().contains("hush"), desk.problems());
  }

  @Test
  void presetsAreShownWhenAskedFor() {
    String all = ConfigPrinter.print(new Desk(temporary).load().merged(), true);
    assertTrue(
        all.startsWith(
            """
            providers:
              openai:
                base_url: https://api.openai.com/v1  # preset
                key_env: OPENAI_API_KEY  # preset
            """),
        all);
    assertEquals("", ConfigPrinter.print(new Desk(temporary).load().merged(), false));
  }

  @Test
  void everyScalarCanBeAVariable() {
    Desk desk =
        new Desk(temporary)
            .user("providers: {My-Corp: {base_url: https://a.example}}\ntasks: {sum up: {}}\n")
            .variable("MEDLEY_PROVIDERS_MY_CORP_BASE_URL", "https://b.example/v1/")
            .variable("MEDLEY_PROVIDERS_NEW_ONE_BASE_URL", "http://localhost:1/v1")
            .variable("MEDLEY_PROVIDERS_NEW_ONE_HEADERS_X_TITLE", "t")
            .variable("MEDLEY_PROVIDERS_OPENAI_KEY_FILE", "~/key")
            .variable("MEDLEY_TASKS_SUM_UP_OPTIONS_MAX_TOKENS", "100")
            .variable("MEDLEY_MODELS_QUICK_ID", "openai/gpt-4o")
            .variable("MEDLEY_MODELS_QUICK_PRICE_INPUT", "1")
            .variable("MEDLEY_MODELS_QUICK_PRICE_OUTPUT", "2")
            .variable("MEDLEY_NETWORK_TIMEOUT", "2m")
            .variable("MEDLEY_HISTORY_BODIES", "off")
            .variable("MEDLEY_LIMITS_PER_DAY", "")
            .variable("MEDLEY_NO_CDS", "1")
            .variable("MEDLEY_JAVA_OPTS", "-Xmx1g")
            .variable("MEDLEY_COLOUR", "red");
    Loaded loaded = desk.load();
    Settings settings = loaded.settings();
    assertEquals(List.of(), loaded.problems());
    assertEquals(List.of("MEDLEY_COLOUR"), loaded.surroundings().unknownVariables());
    assertEquals(URI.create("https://b.example/v1"), settings.providers().get("My-Corp").baseUrl());
    assertEquals("{x-title=t}", settings.providers().get("new_one").headers().toString());
    assertEquals("file:~/key", settings.providers().get("openai").key().get().describe());
    assertEquals(
        "{max_tokens=100}", settings.routing().tasks().get("sum up").options().fields().toString());
    assertTrue(settings.roster().models().get("quick").facts().price().isPresent());
    assertEquals(Duration.ofMinutes(2), settings.network().total());
    assertEquals(new HistorySettings(true, false), settings.history());
  }

  @Test
  void aWrongVariableIsNamed() {
    assertEquals(
        "environment MEDLEY_NETWORK_TIMEOUT: network.timeout: \"soon\" is no duration: write 500ms,"
            + " 30s, 2m or 1h",
        new Desk(temporary).variable("MEDLEY_NETWORK_TIMEOUT", "soon").problems());
  }

  @Test
  void aProjectMayNotSayWhereKeysGoNorRaiseALimit() {
    Desk desk =
        new Desk(temporary)
            .user("limits: {per_day: 2, max_price: 2x}\n")
            .project(
                """
                default_model: openai/gpt-4o
                providers: {openai: {base_url: https://evil.example}}
                network: {timeout: 1h}
                history: {enabled: false}
                proxy: http://evil.example
                limits: {per_day: 5, per_request: 1, max_price: 3x}
                """);
    assertEquals(
        """
        PROJECT:2: providers: not allowed in a project file, which may come from anyone; move it to ~/.config/medley/config.yaml
        PROJECT:3: network: not allowed in a project file, which may come from anyone; move it to ~/.config/medley/config.yaml
        PROJECT:4: history: not allowed in a project file, which may come from anyone; move it to ~/.config/medley/config.yaml
        PROJECT:5: proxy: not allowed in a project file, which may come from anyone; move it to ~/.config/medley/config.yaml
        PROJECT:6: limits.per_day: a project file may only lower a limit; USER:1 says 2
        PROJECT:6: limits.max_price: a project file may only lower a limit; USER:1 says 2x
        """
            .strip(),
        desk.problems());
    Settings settings = desk.load().settings();
    assertEquals(
        URI.create("https://api.openai.com/v1"), settings.providers().get("openai").baseUrl());
    assertEquals("2", settings.limits().perDay().get().toString());
    assertEquals("1", settings.limits().perRequest().get().toString());
    assertTrue(settings.history().enabled());
  }

  @Test
  void aChoiceInAHigherLayerTakesBackTheLowerOne() {
    Settings settings =
        new Desk(temporary)
            .user(
                """
                providers: {openai: {key_file: k}}
                models: {fast: {id: openai/gpt-4o, context: 5}}
                chains: {default: {models: [fast]}}
                tasks: {a: {model: fast}}
                """)
            .project("models: {fast: {id: demo/swift}}\ntasks: {a: {chain: default}}\n")
            .load()
            .settings();
    assertEquals("file:k", settings.providers().get("openai").key().get().describe());
    assertTrue(settings.roster().models().get("fast").facts().context().isEmpty());
    assertEquals("default", settings.routing().tasks().get("a").choice().chain().get());
    assertEquals(List.of(), settings.routing().tasks().get("a").choice().models());
  }

  @Test
  void theUsualFileOfEachSystem() {
    Path home = temporary.resolve("h");
    Path work = home.resolve("w");
    assertEquals(
        home.resolve(".config/medley/config.yaml"),
        file(new Environment(Map.of("XDG_CONFIG_HOME", "x"), work, home, false)));
    Path elsewhere = temporary.resolve("xdg").toAbsolutePath();
    var variables = Map.of("XDG_CONFIG_HOME", elsewhere.toString());
    assertEquals(
        elsewhere.resolve("medley/config.yaml"),
        file(new Environment(variables, work, home, false)));
    assertEquals(
        home.resolve("AppData/Roaming/medley/config.yaml"),
        file(new Environment(variables, work, home, true)));
  }

  @Test
  void theProjectFileIsLookedForUpToHome() {
    Desk desk = new Desk(temporary);
    desk.write(desk.home().resolveSibling(".medley.yaml"), "default_model: a/b");
    assertEquals(List.of(), desk.load().files());
    desk.write(desk.home().resolve(".medley.yaml"), "default_model: openai/gpt-4o");
    assertEquals(List.of(desk.home().resolve(".medley.yaml")), desk.load().files());
  }

  @Test
  void presetsAreAllThere() {
    Desk desk = new Desk(temporary).variable("OPENAI_BASE_URL", "https://proxy.example/v1/");
    StringBuilder list = new StringBuilder();
    for (Provider provider : desk.load().settings().providers().values()) {
      list.append(provider.name() + " " + provider.baseUrl());
      provider.key().ifPresent(key -> list.append(' ').append(key.describe()));
      list.append('\n');
    }
    assertEquals(
        """
        openai https://proxy.example/v1 env:OPENAI_API_KEY
        openrouter https://openrouter.ai/api/v1 env:OPENROUTER_API_KEY
        tokenbay https://api.tokenbay.com/v1 env:TOKENBAY_API_KEY
        gemini https://generativelanguage.googleapis.com/v1beta/openai env:GEMINI_API_KEY
        anthropic https://api.anthropic.com/v1 env:ANTHROPIC_API_KEY
        dashscope https://dashscope-intl.aliyuncs.com/compatible-mode/v1 env:DASHSCOPE_API_KEY
        deepseek https://api.deepseek.com/v1 env:DEEPSEEK_API_KEY
        mistral https://api.mistral.ai/v1 env:MISTRAL_API_KEY
        groq https://api.groq.com/openai/v1 env:GROQ_API_KEY
        together https://api.together.xyz/v1 env:TOGETHER_API_KEY
        fireworks https://api.fireworks.ai/inference/v1 env:FIREWORKS_API_KEY
        xai https://api.x.ai/v1 env:XAI_API_KEY
        moonshot https://api.moonshot.ai/v1 env:MOONSHOT_API_KEY
        ollama http://localhost:11434/v1
        lmstudio http://localhost:1234/v1
        llamacpp http://localhost:8080/v1
        vllm http://localhost:8000/v1
        demo http://demo.invalid/v1
        """,
        list.toString());
  }

  private static Path file(Environment environment) {
    return ConfigFiles.userFile(environment, Optional.empty()).path();
  }
}
