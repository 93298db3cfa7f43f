package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.medley.chat.Usage;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the usage wherever servers put it: at the top, in a choice, in {@code x_groq}. */
final class UsageReader {
  private UsageReader() {}

  /** The usage that a chunk or body reports; empty when it says nothing. */
  static Optional<Usage> read(JsonNode chunk) {
    for (JsonNode place :
        new JsonNode[] {
          chunk.path("usage"),
          chunk.path("choices").path(0).path("usage"),
          chunk.path("x_groq").path("usage")
        }) {
      if (place.isObject()) {
        Usage usage = of(place);
        if (usage.known()) {
          return Optional.of(usage);
        }
      }
    }
    return Optional.empty();
  }

  private static Usage of(JsonNode usage) {
    OptionalLong input = first(usage.path("prompt_tokens"), usage.path("input_tokens"));
    OptionalLong output = first(usage.path("completion_tokens"), usage.path("output_tokens"));
    OptionalLong reasoning =
        first(
            usage.path("completion_tokens_details").path("reasoning_tokens"),
            usage.path("reasoning_tokens"));
    long beside = besideOutput(usage, input, output, reasoning);
    return new Usage(
            input,
            first(
                usage.path("prompt_tokens_details").path("cached_tokens"),
                usage.path("prompt_cache_hit_tokens"),
                usage.path("cached_tokens"),
                usage.path("cache_read_input_tokens")),
            beside > 0 ? OptionalLong.of(output.getAsLong() + beside) : output,
            reasoning,
            Lenient.number(usage.path("cost")))
        .withCacheWrite(
            first(
                usage.path("prompt_tokens_details").path("cache_write_tokens"),
                usage.path("prompt_tokens_details").path("cache_creation_tokens"),
                usage.path("cache_creation_input_tokens")));
  }

  /**
   * Reasoning that is counted beside the output instead of within it, as xAI does: its total says
   * so.
   */
  private static long besideOutput(
      JsonNode usage, OptionalLong input, OptionalLong output, OptionalLong reasoning) {
    OptionalLong total = Lenient.count(usage.path("total_tokens"));
    boolean known = input.isPresent() && output.isPresent() && total.isPresent();
    long thought = reasoning.orElse(0);
    boolean beside = known && total.getAsLong() == input.getAsLong() + output.getAsLong() + thought;
    return beside ? thought : 0;
  }

  private static OptionalLong first(JsonNode... places) {
    for (JsonNode place : places) {
      OptionalLong count = Lenient.count(place);
      if (count.isPresent()) {
        return count;
      }
    }
    return OptionalLong.empty();
  }
}
