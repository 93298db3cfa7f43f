package dev.medley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void parametersKeepTheirOrder() {
    Parameters parameters = Parameters.NONE.with("z", 1).with("a", 2).with("m", 3).with("z", 4);
    assertEquals(List.of("z", "a", "m"), List.copyOf(parameters.fields().keySet()));
    assertEquals(4, parameters.fields().get("z"));
    assertEquals(List.of("z", "m"), List.copyOf(parameters.without(Set.of("a")).fields().keySet()));
    assertThrows(UnsupportedOperationException.class, () -> parameters.fields().put("x", 1));
  }

  @Test
  void whatWasAskedForBeatsTheDefaults() {
    assertEquals(
        Map.of("temperature", 0, "seed", 7),
        Parameters.NONE
            .with("temperature", 0)
            .orElse(Parameters.NONE.with("temperature", 1).with("seed", 7))
            .fields());
  }

  @Test
  void theLimitOnOutputHasTwoNames() {
    assertEquals(OptionalLong.empty(), Parameters.NONE.maxTokens());
    assertEquals(OptionalLong.of(5), Parameters.NONE.with("max_tokens", 5).maxTokens());
    assertEquals(OptionalLong.of(6), Parameters.NONE.with("max_completion_tokens", 6L).maxTokens());
    assertEquals(OptionalLong.empty(), Parameters.NONE.with("max_tokens", "many").maxTokens());
  }

  @Test
  void aPromptIsItsLastWords() {
    List<Message> messages =
        new ArrayList<>(
            List.of(
                Message.system("Be brief."),
                Message.user("one"),
                new Message(Role.ASSISTANT, "1"),
                Message.user("two")));
    Prompt prompt = new Prompt(messages, Parameters.NONE, true);
    Prompt tied = prompt.withIdempotencyKey("k");
    assertEquals(tied, tied.withMessages(messages).withParameters(Parameters.NONE));
    messages.clear();
    assertEquals("two", prompt.userText());
    assertEquals("Be brief.", prompt.systemText());
    assertEquals("", Prompt.of("hi").systemText());
  }

  @Test
  void usageAddsUpWhatIsKnown() {
    Usage cached =
        new Usage(
            OptionalLong.of(10),
            OptionalLong.of(4),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.of(new BigDecimal("0.5")));
    assertEquals(
        new Usage(
            OptionalLong.of(11),
            OptionalLong.of(4),
            OptionalLong.of(2),
            OptionalLong.empty(),
            Optional.of(new BigDecimal("0.5"))),
        cached.plus(Usage.of(1, 2)));
    assertEquals(Optional.of(new BigDecimal("1.0")), cached.plus(cached).chargedUsd());
    assertEquals(Usage.UNKNOWN, Usage.UNKNOWN.plus(Usage.UNKNOWN));
    assertEquals(Optional.empty(), cached.uncharged().chargedUsd());
  }

  @Test
  void usageIsKnownWhenAnythingBillableIs() {
    assertEquals(false, Usage.UNKNOWN.known());
    assertEquals(true, Usage.of(0, 0).known());
  }

  @Test
  void aDialectAddsUp() {
    Dialect provider = new Dialect(Set.of("stream_options"), Optional.of("max_tokens"));
    Dialect model = new Dialect(Set.of("temperature"), Optional.empty());
    assertEquals(
        new Dialect(Set.of("stream_options", "temperature"), Optional.of("max_tokens")),
        provider.and(model));
    assertEquals(
        Optional.of("max_completion_tokens"),
        provider.and(new Dialect(Set.of(), Optional.of("max_completion_tokens"))).maxTokensField());
  }

  @Test
  void aProviderDoesNotPrintItsHeaders() {
    Provider provider =
        new Provider(
            "lab",
            URI.create("https://lab.test/v1"),
            Optional.empty(),
            Map.of("X-Secret", "swordfish"),
            Dialect.PLAIN);
    assertEquals("Provider[lab, https://lab.test/v1, no key]", provider.toString());
  }

  @Test
  void anOutcomeFoldsOneWayOrTheOther() {
    Timing timing = Timing.none(Instant.EPOCH);
    Outcome answered = new Outcome.Answered(Reply.NOTHING, timing);
    Outcome failed =
        new Outcome.Failed(Failure.of(FailureKind.EMPTY, "no text"), Reply.NOTHING, timing);
    assertEquals("yes", answered.fold(a -> "yes", f -> "no"));
    assertEquals("no", failed.fold(a -> "yes", f -> "no"));
  }
}
