package dev.medley.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to do next, as it is done in a conversation. */
class ChatHintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait, or name other models: medley fallback -m A,B | wait, or name other models: /fallback A,B",
        "offline: medley ask -m demo/swift \"hi\" | offline: /model demo/swift",
        "check the model's name (medley models) and the base URL"
            + " | check the model's name (/models) and the base URL",
        "medley models lists what there is | /models lists what there is",
        "medley templates lists them | /template lists them",
        "medley history list shows the ids | /history shows the ids",
        "to ask several: medley compare; one after the other: medley fallback"
            + " | to ask several: /compare; one after the other: /fallback",
        "raise --max-tokens or lower --reasoning-effort"
            + " | raise /set max_tokens or lower /set reasoning_effort",
        "--max-tokens 200 would fit | /set max_tokens 200 would fit",
        "check the options sent: --dry-run shows the request | check the options sent: /set shows them",
        "raise --timeout | raise --timeout (options are given to medley chat)",
        "name another with -m, or its endpoint with --base-url http://x"
            + " | name another with /model, or its endpoint with --base-url http://x"
            + " (options are given to medley chat)",
        "or run medley config init | or run medley config init",
        "/drop N leaves out the oldest | /drop N leaves out the oldest",
      })
  void adviceIsGivenInCommandsOfTheChat(String hint, String here) {
    assertEquals(here, ChatHints.of(hint));
  }
}
