package dev.medley.config;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A provider that needs no configuration: it is ready as soon as its variable is set. What there is
 * not is empty.
 *
 * @param keyVariable where its key usually is; a provider without one is sent no key
 * @param model asked when nobody names one
 * @param keysUrl where keys are made
 */
record Preset(String name, String baseUrl, String keyVariable, String model, String keysUrl) {
  /**
   * Not YAML, which every start would take some twenty milliseconds to read. Where demo listens is
   * known once it is started.
   */
  private static final String TABLE =
      """
      openai     https://api.openai.com/v1                               OPENAI_API_KEY     gpt-4o-mini                                       https://platform.openai.com/api-keys
      openrouter https://openrouter.ai/api/v1                            OPENROUTER_API_KEY openai/gpt-4o-mini                                https://openrouter.ai/settings/keys
      tokenbay   https://api.tokenbay.com/v1                             TOKENBAY_API_KEY   gpt-4o-mini
      gemini     https://generativelanguage.googleapis.com/v1beta/openai GEMINI_API_KEY     gemini-2.0-flash                                  https://aistudio.google.com/apikey
      anthropic  https://api.anthropic.com/v1                            ANTHROPIC_API_KEY  claude-3-5-haiku-latest                           https://console.anthropic.com/settings/keys
      dashscope  https://dashscope-intl.aliyuncs.com/compatible-mode/v1  DASHSCOPE_API_KEY  qwen-plus                                         https://bailian.console.alibabacloud.com
      deepseek   https://api.deepseek.com/v1                             DEEPSEEK_API_KEY   deepseek-chat                                     https://platform.deepseek.com/api_keys
      mistral    https://api.mistral.ai/v1                               MISTRAL_API_KEY    mistral-small-latest                              https://console.mistral.ai/api-keys
      groq       https://api.groq.com/openai/v1                          GROQ_API_KEY       llama-3.1-8b-instant                              https://console.groq.com/keys
      together   https://api.together.xyz/v1                             TOGETHER_API_KEY   meta-llama/Llama-3.3-70B-Instruct-Turbo           https://api.together.ai/settings/api-keys
      fireworks  https://api.fireworks.ai/inference/v1                   FIREWORKS_API_KEY  accounts/fireworks/models/llama-v3p3-70b-instruct https://app.fireworks.ai/settings/users/api-keys
      xai        https://api.x.ai/v1                                     XAI_API_KEY        grok-3-mini                                       https://console.x.ai
      moonshot   https://api.moonshot.ai/v1                              MOONSHOT_API_KEY   moonshot-v1-8k                                    https://platform.moonshot.ai/console/api-keys
      ollama     http://localhost:11434/v1
      lmstudio   http://localhost:1234/v1
      llamacpp   http://localhost:8080/v1
      vllm       http://localhost:8000/v1
      demo       http://demo.invalid/v1
      """;

  /** The first one that is ready, in this order, is the default. */
  static List<Preset> all() {
    List<Preset> all = new ArrayList<>();
    StringTokenizer rows = new StringTokenizer(TABLE, "\n");
    while (rows.hasMoreTokens()) {
      StringTokenizer row = new StringTokenizer(rows.nextToken(), " ");
      all.add(new Preset(row.nextToken(), row.nextToken(), cell(row), cell(row), cell(row)));
    }
    return all;
  }

  private static String cell(StringTokenizer row) {
    return row.hasMoreTokens() ? row.nextToken() : "";
  }

  /** By which programs are told of another address. */
  String baseUrlVariable() {
    return name.equals("openai") ? "OPENAI_BASE_URL" : "";
  }
}
