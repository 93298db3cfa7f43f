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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The editor is a shell script here. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the editors are shell scripts")
class ConfigEditTest {
  private static final String WRONG = "default_model: demo/swift\nprovider: {}\n";
  private static final String RIGHT = "default_model: demo/swift\n";

  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void place() {
    file = home.resolve(".config/medley/config.yaml");
  }

  /** An editor that writes these texts, one each time it is opened. */
  private CliRun writing(String... texts) {
    StringBuilder script = new StringBuilder("echo >>'" + home + "/opened'\n");
    script.append("case $(grep -c '' '").append(home).append("/opened') in\n");
    for (int i = 0; i < texts.length; i++) {
      script.append(i + 1).append(") printf '%s' '").append(texts[i]).append("' >\"$1\" ;;\n");
    }
    CliRun run = new CliRun(home).file("write.sh", script.append("esac\n").toString());
    return run.variable("EDITOR", "sh '" + home + "/write.sh'");
  }

  @Test
  void whatWasWrittenIsChecked() throws IOException {
    Result result = writing(RIGHT).run("config", "edit");

    assertEquals(new Result(0, "~/.config/medley/config.yaml: ok\n", ""), result);
    assertEquals(RIGHT, Files.readString(file));
  }

  @Test
  void withoutAFileThereIsACommentedOneForItsOwnerAlone() throws IOException {
    Result result = new CliRun(home).variable("EDITOR", "grep -q '#default_model'").run(edit());

    assertEquals(0, result.code(), result.err());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(Files.readString(file).contains("#providers:"));
  }

  @Test
  void visualComesBeforeEditor() {
    Result result =
        new CliRun(home).variable("VISUAL", "true").variable("EDITOR", "false").run(edit());
    assertEquals(0, result.code(), result.err());
  }

  @Test
  void aFaultIsToldWithItsLineAndStaysInTheFile() throws IOException {
    Result result = writing(WRONG).run(edit());

    assertEquals(3, result.code());
    assertEquals("", result.out());
    assertEquals(
        """
        error: config
          1 problem in the configuration
          → mend the lines below; medley config check looks again
          %s:2: provider: unknown key (did you mean "providers"?)
        """
            .formatted(file),
        result.err());
    assertEquals(WRONG, Files.readString(file));
  }

  @Test
  void atATerminalItIsOpenedAgainUntilItIsRight() throws IOException {
    Result result = writing(WRONG, RIGHT).pressing("e").run(edit());

    assertEquals(0, result.code(), result.err());
    assertTrue(result.err().contains(":2: provider: unknown key"), result.err());
    assertTrue(result.err().contains("e to edit it again"), result.err());
    assertEquals("~/.config/medley/config.yaml: ok\n", result.out());
    assertEquals(RIGHT, Files.readString(file));
  }

  @Test
  void orLeftAsItIs() throws IOException {
    Result result = writing(WRONG, RIGHT).pressing("q").run(edit());

    assertEquals(3, result.code());
    assertEquals(WRONG, Files.readString(file));
  }

  @Test
  void withoutAnEditorItSaysWhatToSet() {
    Result result = new CliRun(home).run(edit());

    assertEquals(3, result.code());
    assertEquals(
        """
        error: config
          no editor: neither VISUAL nor EDITOR is set
          → set one of them to your editor, or edit ~/.config/medley/config.yaml by hand
        """,
        result.err());
    assertFalse(Files.exists(file), "nothing was begun");
  }

  @Test
  void anEditorThatIsNotThereOrFails() throws IOException {
    new CliRun(home).config(WRONG);
    Result missing = new CliRun(home).variable("EDITOR", "no-such-editor 2>/dev/null").run(edit());
    Result failing = new CliRun(home).variable("EDITOR", "sh -c 'exit 7'").run(edit());

    assertEquals(3, missing.code());
    assertTrue(missing.err().contains("there is no editor \"no-such-editor"), missing.err());
    assertTrue(
        missing.err().contains("set VISUAL or EDITOR to your editor; the file is ~/.config/"),
        missing.err());
    assertEquals(3, failing.code());
    assertTrue(failing.err().contains("ended with code 7"), failing.err());
    assertEquals(WRONG, Files.readString(file));
  }

  @Test
  void anotherFileByItsName() throws IOException {
    Result result = writing(RIGHT).run("config", "edit", "--config", "a/b.yaml");

    assertEquals(new Result(0, "~/a/b.yaml: ok\n", ""), result);
    assertEquals(RIGHT, Files.readString(home.resolve("a/b.yaml")));
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Files.createDirectories(file);
    Result result = writing(RIGHT).run(edit());

    assertEquals(3, result.code());
    assertTrue(result.err().contains(" is a folder\n"), result.err());
  }

  private static String[] edit() {
    return new String[] {"config", "edit"};
  }
}
