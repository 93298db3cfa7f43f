package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import dev.medley.chat.FailureKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir private Path home;

  private String help(String... args) {
    CliRun.Result result = new CliRun(home).run(args);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void examplesComeFirstThenOptionsByPurposeThenExitCodes() {
    String ask = help("ask", "--help");
    int at = 0;
    for (String heading :
        List.of("Usage: medley ask", "\nExamples:", "\nPrompt:", "\nModels:", "\nExit codes:")) {
      int found = ask.indexOf(heading);
      assertTrue(found >= at, heading + " in " + ask);
      at = found;
    }
    assertTrue(ask.endsWith("  130  interrupted\n"), ask);
    assertEquals(ask, help("help", "ask"));
  }

  @Test
  void everyErrorClassHasItsExitCode() {
    String codes = help("--help");
    for (FailureKind kind : FailureKind.values()) {
      assertTrue(
          codes
              .lines()
              .anyMatch(
                  line ->
                      line.startsWith(String.format("  %3d  ", ExitCode.of(kind)))
                          && line.contains(kind.wireName())),
          kind.wireName());
    }
    assertFalse(help("keys", "--help").contains("Exit codes"), "it sends nothing");
  }

  @Test
  void everyCommandShowsExamples() {
    List<String> all = commandsBelow("");
    assertTrue(all.containsAll(List.of("ask", "config edit", "templates new")), all.toString());
    for (String command : all) {
      if (!command.equals("help")) {
        String help = help((command + " --help").split(" "));
        assertTrue(help.contains("\nExamples:\n  "), help);
      }
    }
  }

  /** As the help itself lists them. */
  private List<String> commandsBelow(String parent) {
    String help = help((parent + " --help").strip().split(" "));
    List<String> all = new ArrayList<>();
    Matcher name = Pattern.compile("(?m)^  ([a-z]+) +[A-Z]").matcher(listed(help));
    while (name.find()) {
      String command = (parent + " " + name.group(1)).strip();
      all.add(command);
      all.addAll(commandsBelow(command));
    }
    return all;
  }

  private static String listed(String help) {
    int start = help.indexOf("\nCommands:\n");
    return start < 0 ? "" : help.substring(start, help.indexOf("\nOptions:\n", start));
  }

  /** A word alone may be longer: examples are not cut. */
  @ParameterizedTest
  @ValueSource(ints = {30, 50, 80, 200})
  void linesStayWithinTheTerminal(int columns) {
    for (String line : List.of("--help", "ask -h", "compare -h", "fallback -h", "keys -h")) {
      CliRun cli = new CliRun(home).variable("NO_COLOR", "1").onTerminal(columns);
      String help = cli.run(line.split(" ")).out();
      assertTrue(help.startsWith("Usage: medley "), help);
      help.lines()
          .filter(text -> text.length() > columns)
          .forEach(text -> assertFalse(text.strip().contains(" "), text));
    }
  }

  @Test
  void proseIsWrappedAsOneTextWhereTheWindowEnds() {
    String help =
        new CliRun(home).variable("NO_COLOR", "1").onTerminal(100).run("keys", "--help").out();
    assertTrue(
        help.contains(
            """
            A key is sent to the host that its provider had when it was set, and to no other. A variable that
            is set, and a key_env, key_command or key_file in the configuration, come before a stored key.
            """),
        help);
  }
}
