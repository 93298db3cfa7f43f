package dev.medley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.chat.Secret;
import dev.medley.chat.Secret.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyReferenceTest {
  private static final String KEY = "sk-hush";
  @TempDir Path temporary;

  @Test
  void aKeyIsFoundWhereItIsSaidToBe() throws Exception {
    Desk desk = new Desk(temporary).variable("K", " Bearer " + KEY + "\n");
    desk.write(desk.home().resolve("key"), KEY + "\r\n");
    desk.write(desk.home().resolve("project/near"), KEY);
    for (String ref : new String[] {"env:K", "file:~/key", "file:near", KEY}) {
      assertEquals(KEY, parse(ref, desk).reveal(), ref);
    }
  }

  @Test
  void aPathIsRelativeToTheFileThatNamesIt() throws Exception {
    Desk desk = new Desk(temporary).user("providers: {openai: {key_file: openai.key}}");
    desk.write(desk.userFile().resolveSibling("openai.key"), KEY);
    assertEquals(KEY, desk.load().settings().providers().get("openai").key().get().reveal());
  }

  @Test
  void aProvidersNameIsItsKey() throws Exception {
    Desk desk = new Desk(temporary).variable("OPENAI_API_KEY", KEY);
    var providers = desk.load().settings().providers();
    assertEquals(KEY, KeyReference.parse("openai", desk.environment(), providers).get().reveal());
    assertEquals(Optional.empty(), KeyReference.parse("ollama", desk.environment(), providers));
  }

  @Test
  void aMissingKeySaysWhatToDo() {
    Secret key = new Desk(temporary).load().settings().providers().get("openai").key().get();
    Unavailable missing = assertThrows(Unavailable.class, key::reveal);
    assertEquals("no key for openai: OPENAI_API_KEY is not set", missing.getMessage());
    assertEquals(
        "export OPENAI_API_KEY=…, or run medley keys set openai, or set providers.openai.key_file in"
            + " ~/.config/medley/config.yaml; keys are made at https://platform.openai.com/api-keys",
        missing.hint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "env:NONE | no key: NONE is not set",
        "env:EMPTY | no key: EMPTY is empty",
        "env:sk-pasted | no key: … is not set",
        "env:TWO_LINES | no key: TWO_LINES has a character that no key has, at position 4",
        "env:UMLAUT | no key: UMLAUT has a character that no key has, at position 4",
        "file:nowhere | no key: nowhere does not exist",
        "file:~ | no key: ~ cannot be read (it is a folder)",
        "' ' | no key: the key given is empty",
      })
  void whatIsNoKeyIsRefused(String ref, String message) {
    Desk desk =
        new Desk(temporary)
            .variable("EMPTY", "Bearer  ")
            .variable("TWO_LINES", "sk-\nhush")
            .variable("UMLAUT", "sk-\u00fc");
    Unavailable refused = assertThrows(Unavailable.class, () -> parse(ref, desk).reveal());
    assertEquals(message, refused.getMessage());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandPrintsTheKey() throws Exception {
    Desk desk = withPath().variable("K", KEY);
    assertEquals(KEY, parse("cmd:printf '%s\\n' \"$K\"; echo noise >&2", desk).reveal());
    assertEquals(KEY, parse("cmd:cat; echo $K", desk).reveal());
    Unavailable failed =
        assertThrows(
            Unavailable.class,
            () -> parse("cmd:echo " + KEY + "; echo 'not in store' >&2; exit 3", desk).reveal());
    assertEquals("no key: cmd:echo … ended with 3 (not in store)", failed.getMessage());
    assertEquals(
        "no key: the answer of cmd:true is empty",
        assertThrows(Unavailable.class, () -> parse("cmd:true", desk).reveal()).getMessage());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandThatHangsIsEnded() {
    KeyOwner owner = new KeyOwner("", "", withPath().environment());
    KeyCommand hanging = new KeyCommand("sleep 60; echo x", Duration.ofMillis(50), owner);
    Unavailable failed = assertThrows(Unavailable.class, hanging::reveal);
    assertEquals("no key: cmd:sleep … took longer than 0 s", failed.getMessage());
  }

  @Test
  void noTextShowsAKey() {
    Desk desk =
        new Desk(temporary)
            .user(
                "providers: {corp: {base_url: https://c.example, key_command: echo "
                    + KEY
                    + ", headers: {X: "
                    + KEY
                    + ", Y: "
                    + KEY
                    + "ü}}}")
            .variable("OPENAI_API_KEY", KEY);
    Loaded loaded = desk.load();
    String all =
        loaded.toString()
            + desk.environment()
            + parse(KEY, desk)
            + parse(KEY, desk).describe()
            + parse("env:" + KEY, desk)
            + parse("cmd:echo " + KEY, desk)
            + ConfigPrinter.print(loaded.merged(), true)
            + new ModelNames(loaded, Desk::catalog).resolve("openai/gpt-4o");
    assertFalse(all.contains("hush"), all);
  }

  private Desk withPath() {
    // The shell of the machine that runs the tests is needed, whatever its folders are called.
    return new Desk(temporary).variable("PATH", System.getenv("PATH"));
  }

  private static Secret parse(String ref, Desk desk) {
    return KeyReference.parse(ref, desk.environment(), Map.of()).orElseThrow();
  }
}
