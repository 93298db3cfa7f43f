package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  private static final String KEY = "sk-hush\\\"quoted\"";
  private static final String FILE = "~/.config/medley/keys.yaml";

  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  private Path file() {
    return home.resolve(".config/medley/keys.yaml");
  }

  private void stored(String provider) {
    assertEquals(0, cli().piped(KEY + "\n").run("keys", "set", provider).code());
  }

  @Test
  void aPipedKeyIsStoredForItsHost() {
    assertEquals(
        new Result(0, "stored the key of openai for https://api.openai.com in " + FILE + "\n", ""),
        cli().piped("  Bearer " + KEY + "\r\n").run("keys", "set", "openai"));
    assertEquals(
        """
        provider  key from                         used
        openai    file:~/.config/medley/keys.yaml  yes   https://api.openai.com
        """,
        cli().run("keys", "list").out());
  }

  @Test
  void aTypedKeyIsAskedFor() {
    Result result = cli().typing(KEY).run("keys", "set", "openai");
    assertEquals(0, result.code());
    assertEquals("key of openai (it is not shown): ", result.err());
    assertTrue(cli().run("models", "gpt-4o-mini").out().contains("openai/gpt-4o-mini"));
  }

  @Test
  void withoutTerminalAndPipeNothingIsAsked() {
    Result result = cli().run("keys", "set", "openai");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("neither a terminal"), result.err());
    assertFalse(Files.exists(file()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadIt() throws IOException {
    stored("openai");
    stored("groq");
    assertEquals("rw-------", permissions(file()));
    assertEquals("rwx------", permissions(file().getParent()));
    try (var files = Files.list(file().getParent())) {
      assertEquals(1, files.count());
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatOthersMayReadIsUsedWithAWarning() throws IOException {
    stored("openai");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    Result result = cli().run("models", "gpt-4o-mini");
    assertEquals(
        "warning: " + FILE + " holds keys and others may read it: chmod 600 " + FILE + "\n",
        result.err());
    assertTrue(result.out().contains("openai/gpt-4o-mini"));
    stored("openai");
    assertEquals("", cli().run("models").err());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkGoesOnPointingToItsFile() throws IOException {
    Path real = home.resolve("dotfiles/keys.yaml");
    Files.createDirectories(real.getParent());
    Files.createFile(real);
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), real);
    stored("openai");
    assertTrue(Files.isSymbolicLink(file()));
    assertTrue(Files.readString(real).contains("openai"));
  }

  @Test
  void aKeyAsAnArgumentIsRefusedAndNotRepeated() {
    for (String[] line :
        new String[][] {
          {"keys", "set", "openai", "sk-hush"},
          {"keys", "set", "openai", "--key", "sk-hush"},
          {"keys", "set", "openai", "--key=sk-hush"},
          {"keys", "set", "sk-hush"},
        }) {
      Result result = cli().piped(KEY).run(line);
      assertEquals(2, result.code());
      assertFalse(result.err().contains("hush"), result.err());
    }
    assertTrue(
        cli().run("keys", "set", "openai", "x").err().contains("stays in the shell's history"));
  }

  @Test
  void whatCannotBeAKeyIsRefused() {
    Result two = cli().piped("sk-a\nsk-b\n").run("keys", "set", "openai");
    assertEquals(3, two.code());
    assertTrue(two.err().contains("a character that no key has, at position 5"), two.err());
    assertEquals(3, cli().piped(" \n").run("keys", "set", "openai").code());
    assertFalse(Files.exists(file()));
  }

  @Test
  void anUnknownProviderGetsTheNearestName() {
    Result result = cli().piped(KEY).run("keys", "set", "opnai");
    assertEquals(2, result.code());
    assertTrue(result.err().endsWith("→ did you mean openai?\n"), result.err());
    stored("openai");
    assertTrue(cli().run("keys", "rm", "opnai").err().endsWith("→ did you mean openai?\n"));
  }

  @Test
  void aVariableComesFirst() {
    stored("openai");
    CliRun cli = cli().variable("OPENAI_API_KEY", "k");
    assertEquals(
        """
        provider  key from                         used
        openai    env:OPENAI_API_KEY               yes
        openai    file:~/.config/medley/keys.yaml  no    env:OPENAI_API_KEY comes first
        """,
        cli.run("keys", "list").out());
    assertEquals(
        "note: env:OPENAI_API_KEY comes first, so the stored key is not used\n",
        cli().variable("OPENAI_API_KEY", "k").piped("k").run("keys", "set", "openai").err());
  }

  @Test
  void aConfiguredPlaceComesFirstEvenWhenItIsEmpty() {
    String config = "providers: {openai: {key_env: MY_KEY}}";
    stored("openai");
    Result result = cli().config(config).run("ask", "-m", "openai/gpt-4o", "hi");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("no key for openai: MY_KEY is not set"), result.err());
    assertFalse(result.err().contains("keys set"), result.err());
  }

  @Test
  void atAnotherHostAStoredKeyIsNotUsed() {
    stored("openai");
    Result result =
        cli()
            .variable("OPENAI_BASE_URL", "http://localhost:1/v1")
            .run("ask", "-m", "openai/gpt-4o", "hi");
    assertEquals(
        """
        error: openai/gpt-4o: config
          no key for openai: the stored one is for https://api.openai.com, and the provider is at http://localhost:1
          → medley keys set openai stores one for this host, or put the base URL back
        """,
        result.err());
    assertEquals(3, result.code());
    assertTrue(
        cli()
            .variable("OPENAI_BASE_URL", "https://other.example/v1")
            .run("keys", "list")
            .out()
            .contains("no    it is for https://api.openai.com, and the provider is elsewhere now"));
  }

  @Test
  void aStoredKeyNeverGoesToAnAdHocEndpoint() {
    stored("openai");
    Result result =
        cli().run("ask", "--base-url", "http://127.0.0.1:1/v1", "--key", "openai", "-m", "x", "hi");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("the stored key of openai is for another host"), result.err());
  }

  @Test
  void aKeyIsForgotten() {
    stored("openai");
    stored("groq");
    assertEquals("removed the key of openai\n", cli().run("keys", "rm", "openai").out());
    assertFalse(cli().run("keys", "list").out().contains("openai"));
    assertTrue(cli().run("keys", "list").out().contains("groq"));
    assertEquals(2, cli().run("keys", "rm", "openai").code());
  }

  @Test
  void aProviderThatIsGoneIsListedAndCanBeForgotten() {
    cli().config("providers: {corp: {base_url: https://corp.example}}");
    stored("corp");
    cli().config("");
    assertTrue(cli().run("keys", "list").out().contains("no such provider"));
    assertEquals(0, cli().run("keys", "rm", "corp").code());
    assertEquals("no keys; medley keys set PROVIDER stores one\n", cli().run("keys", "list").err());
  }

  @Test
  void aBrokenFileIsReportedWithItsLine() {
    Result result = cli().file(".config/medley/keys.yaml", "openai: sk-hush\n").run("keys", "list");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("keys.yaml:1: openai: needs a host and a key"), result.err());
    assertFalse(result.err().contains("hush"), result.err());
  }

  @Test
  void noOutputShowsAKey() {
    stored("openai");
    CliRun cli = cli().variable("OPENAI_BASE_URL", "https://api.openai.com/v1");
    String all = "";
    for (String line :
        new String[] {
          "keys list",
          "keys list --json",
          "config show --all",
          "models --json --all",
          "ask -m openai/gpt-4o --dry-run -v hi",
          "keys rm openai"
        }) {
      Result result = cli.run(line.split(" "));
      assertEquals(0, result.code(), line);
      all += result.out() + result.err();
    }
    assertFalse(all.contains("hush"), all);
    assertTrue(all.contains("Bearer <file:" + FILE + ">"), all);
  }
}
