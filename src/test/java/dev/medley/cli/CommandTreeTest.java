package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTreeTest {
  @TempDir private Path home;

  private CliRun cli() {
    return new CliRun(home);
  }

  /** The names in the list of commands that a help text holds. */
  private static List<String> listed(String help) {
    return help.lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.matches(" {2}\\S.*"))
        .map(line -> line.trim().split(" ")[0])
        .toList();
  }

  @Test
  void everyCommandThatIsListedHasHelpOfItsOwnInBothWays() {
    List<String> names = listed(cli().run("--help").out());
    assertTrue(names.containsAll(List.of("help", "ask", "config", "demo")), names.toString());
    for (String name : names) {
      Result help = cli().run(name, "--help");
      assertEquals(0, help.code(), name);
      assertTrue(help.out().contains("Usage: medley " + name + " "), help.out());
      assertTrue(help.out().contains("  -h, --help"), help.out());
      assertEquals(help, cli().run("help", name), name);
      for (String below : listed(help.out())) {
        String text = cli().run(name, below, "--help").out();
        assertTrue(text.startsWith("Usage: medley " + name + " " + below + " "), text);
      }
    }
  }

  @Test
  void aCommandIsFoundBehindAnOptionOfTheProgram() {
    assertTrue(cli().run("-h", "ask").out().startsWith("Usage: medley [OPTIONS] COMMAND"));
    assertEquals(2, cli().run("--nonsense", "ask", "hi").code());
  }

  @Test
  void theNameOfACommandMayBeAPrompt() {
    Result result = cli().run("ask", "--dry-run", "-m", "demo/swift", "models", "help");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\"models help\""), result.out());
  }

  /** {@code @} names a group of models or a file of one option, never a file of arguments. */
  @Test
  void aFileOfTheSameNameDoesNotTakeTheGroupsPlace() {
    Result result =
        cli()
            .file("all", "--json --nonsense")
            .config("groups: {all: [demo/swift]}")
            .run("ask", "--dry-run", "-m", "@all", "hi");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\"swift\""), result.out());
  }
}
