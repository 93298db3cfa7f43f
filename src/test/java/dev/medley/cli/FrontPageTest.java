package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.render.Style;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontPageTest {
  @TempDir Path home;

  private static List<CommandEntry> two() {
    return List.of(
        new CommandEntry("ask", "Ask one model.", Object::new),
        new CommandEntry(
            "spend",
            "What it cost, by model, provider, day or task; the limits and what is left.",
            Object::new));
  }

  @Test
  void summariesAreWrappedAtTheWidthAndIndented() {
    assertTrue(
        FrontPage.of(two(), 60, Style.PLAIN)
            .contains(
                """
                Commands:
                  ask    Ask one model.
                  spend  What it cost, by model, provider, day or task; the
                           limits and what is left.

                Options:
                  -V, --version   print the version
                  -h, --help      show this help

                Exit codes:
                    0  answered
                """));
    String narrow = FrontPage.of(two(), 60, Style.PLAIN);
    String commands = narrow.substring(narrow.indexOf("Commands:"), narrow.indexOf("Options:"));
    commands.lines().forEach(line -> assertTrue(line.length() <= 60, line));
  }

  @Test
  void namesAreBoldOnATerminal() {
    String page = FrontPage.of(two(), 80, Style.COLOR);
    assertTrue(page.startsWith("Usage: \u001b[1mmedley\u001b[0m [OPTIONS] COMMAND\n"), page);
    assertTrue(page.contains("\n  \u001b[1mask\u001b[0m    Ask one model.\n"), page);
  }

  /** It is written by hand, the parser is not. */
  @Test
  void everyOptionOfTheProgramIsOnIt() {
    CliRun cli = new CliRun(home);
    String page = cli.run("--help").out();
    MedleyCommand.spec(null)
        .options()
        .forEach(
            option -> {
              assertTrue(page.contains(String.join(", ", option.names())), option.toString());
              assertTrue(page.contains(option.description()[0]), option.toString());
            });
    assertEquals(page, cli.run("-h").out());
    assertEquals(page, cli.run("help").out());
    assertEquals(cli.run("--version"), cli.run("-V"));
  }
}
