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
    return new Usage(
        first(usage.path("prompt_tokens"), usage.path("input_tokens")),
        first(
            usage.path("prompt_tokens_details").path("cached_tokens"),
            usage.path("prompt_cache_hit_tokens"),
            usage.path("cached_tokens")),
        first(usage.path("completion_tokens"), usage.path("output_tokens")),
        first(
            usage.path("completion_tokens_details").path("reasoning_tokens"),
            usage.path("reasoning_tokens")),
        Lenient.number(usage.path("cost")));
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
