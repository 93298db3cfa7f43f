package dev.medley.config;

import static dev.medley.config.Shape.Leaf.ANYTHING;
import static dev.medley.config.Shape.Leaf.SECRET;
import static dev.medley.config.Shape.Leaf.TEXT;
import static dev.medley.config.Shape.Leaf.TEXTS;

import dev.medley.config.Shape.Fields;
import dev.medley.config.Shape.ListOf;
import dev.medley.config.Shape.Named;
import dev.medley.config.Shape.Open;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every key there is. */
final class Schema {
  /** What an untrusted checkout may set: nothing that says where a key goes. */
  static final Set<String> PROJECT_KEYS =
      Set.of(
          "default_model",
          "models",
          "groups",
          "tasks",
          "rules",
          "auto",
          "chains",
          "templates",
          "limits");

  /** A template, also in a file of its own. */
  static final Fields TEMPLATE = template();

  /** A prompt with the decision that is expected for it. */
  static final Fields ROUTE_CASE = routeCase();

  static final Fields ROOT = root();

  private Schema() {}

  private static Fields root() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("default_model", TEXT);
    keys.put("providers", new Named(provider()));
    keys.put("models", new Named(model()));
    keys.put("groups", new Named(TEXTS));
    keys.put("tasks", new Named(task()));
    keys.put("rules", new ListOf(rule()));
    keys.put("auto", TEXT);
    keys.put("chains", new Named(chain()));
    keys.put("templates", new Named(TEMPLATE));
    keys.put("limits", texts("per_request", "per_day", "per_month", "max_price"));
    keys.put("network", network());
    keys.put("history", texts("enabled", "bodies"));
    return new Fields(keys);
  }

  private static Fields network() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.putAll(
        texts("connect_timeout", "first_token_timeout", "idle_timeout", "timeout").fields());
    keys.put("proxy", TEXT);
    keys.put("no_proxy", TEXTS);
    keys.put("cacert", TEXT);
    return new Fields(keys);
  }

  private static Fields provider() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("base_url", TEXT);
    keys.put("key_env", TEXT);
    keys.put("key_command", TEXT);
    keys.put("key_file", TEXT);
    keys.put("keys_url", TEXT);
    keys.put("headers", new Open(SECRET, '-'));
    keys.put("key_header", TEXT);
    keys.put("api_version", TEXT);
    keys.put("deployment", TEXT);
    keys.put("omit", TEXTS);
    keys.put("max_tokens_field", TEXT);
    keys.put("max_concurrency", TEXT);
    keys.put("requests_per_minute", TEXT);
    return new Fields(keys);
  }

  private static Fields model() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("id", TEXT);
    keys.put("price", price());
    keys.put("context", TEXT);
    keys.put("max_output", TEXT);
    keys.put("tier", TEXT);
    keys.put("omit", TEXTS);
    keys.put("max_tokens_field", TEXT);
    return new Fields(keys);
  }

  private static Fields price() {
    Map<String, Shape> keys = new LinkedHashMap<>(rates().fields());
    keys.put("as_of", TEXT);
    Map<String, Shape> tier = new LinkedHashMap<>();
    tier.put("above", TEXT);
    tier.putAll(rates().fields());
    keys.put("tiers", new ListOf(new Fields(tier)));
    return new Fields(keys);
  }

  private static Fields rates() {
    return texts("input", "cached_input", "cache_write", "output", "reasoning");
  }

  private static Fields task() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("model", TEXT);
    keys.put("models", TEXTS);
    keys.put("chain", TEXT);
    keys.put("tier", TEXT);
    keys.put("prefer", TEXT);
    keys.put("max_cost", TEXT);
    keys.put("max_latency", TEXT);
    keys.put("template", TEXT);
    keys.put("description", TEXT);
    keys.put("system", TEXT);
    keys.put("options", new Open(ANYTHING, '_'));
    return new Fields(keys);
  }

  private static Fields rule() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("task", TEXT);
    keys.put("model", TEXT);
    keys.put("when", ANYTHING);
    return new Fields(keys);
  }

  private static Fields routeCase() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.putAll(texts("prompt", "task", "model", "system", "stdin", "image", "schema").fields());
    keys.put("files", TEXTS);
    keys.put("at", TEXT);
    keys.put("env", new Open(TEXT, '_'));
    return new Fields(keys);
  }

  private static Fields chain() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.put("models", TEXTS);
    keys.put("fallback_on", TEXTS);
    keys.put("max_price", TEXT);
    keys.put("on_context", TEXTS);
    keys.put("on_policy", TEXTS);
    return new Fields(keys);
  }

  private static Fields template() {
    Map<String, Shape> keys = new LinkedHashMap<>();
    keys.putAll(texts("description", "system", "prompt", "model", "task", "extract").fields());
    keys.put("variables", new Open(TEXT, '_'));
    keys.put("options", new Open(ANYTHING, '_'));
    keys.put("schema", ANYTHING);
    return new Fields(keys);
  }

  private static Fields texts(String... names) {
    Map<String, Shape> keys = new LinkedHashMap<>();
    for (String name : names) {
      keys.put(name, TEXT);
    }
    return new Fields(keys);
  }
}
