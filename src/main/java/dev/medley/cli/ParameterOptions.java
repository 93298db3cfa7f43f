package dev.medley.cli;

import dev.medley.chat.Parameters;
import dev.medley.config.FieldText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Request fields. What is not given is not sent. */
@OptionGroup("Request fields")
final class ParameterOptions {
  @Option(
      names = {"-o", "--option"},
      paramLabel = "K=V",
      description =
          "any request field; the value is JSON if it parses as that; compare takes several values"
              + " with commas between them, each a variant")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(names = "--temperature", paramLabel = "T", description = "randomness, usually 0 to 2")
  private BigDecimal temperature;

  @Option(names = "--max-tokens", paramLabel = "N", description = "most tokens of the answer")
  private Long maxTokens;

  @Option(names = "--seed", paramLabel = "N", description = "for repeatable answers")
  private Long seed;

  @Option(names = "--top-p", paramLabel = "P", description = "nucleus sampling, 0 to 1")
  private BigDecimal topP;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "end the answer before this text; repeatable")
  private List<String> stop;

  @Option(
      names = "--reasoning-effort",
      paramLabel = "LEVEL",
      description = "such as low, medium, high")
  private String reasoningEffort;

  @Option(
      names = "--no-stream",
      negatable = true,
      description = "ask for the answer in one piece, or piece by piece (default)")
  private boolean noStream;

  boolean stream() {
    return !noStream;
  }

  Parameters parameters() {
    Parameters all = named();
    for (Map.Entry<String, String> option : options.entrySet()) {
      all = all.with(option.getKey(), FieldText.parse(option.getValue()));
    }
    return all;
  }

  /** Every combination of the values that commas part; the later option changes faster. */
  List<Parameters> variants() {
    List<Parameters> variants = List.of(named());
    for (Map.Entry<String, String> option : options.entrySet()) {
      List<Object> values = FieldText.variants(option.getValue());
      variants =
          variants.stream()
              .flatMap(one -> values.stream().map(value -> one.with(option.getKey(), value)))
              .toList();
    }
    return variants;
  }

  /** Those that have an option of their own. */
  private Parameters named() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "temperature", temperature);
    put(fields, Parameters.MAX_TOKENS, maxTokens);
    put(fields, "seed", seed);
    put(fields, "top_p", topP);
    put(fields, "stop", stop != null && stop.size() == 1 ? stop.get(0) : stop);
    put(fields, "reasoning_effort", reasoningEffort);
    return new Parameters(fields);
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
