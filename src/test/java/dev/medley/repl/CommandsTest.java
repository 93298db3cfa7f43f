package dev.medley.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.repl.Command.Group;
import dev.medley.repl.command.AllCommands;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls a command, and what is said. */
class CommandsTest {
  private static final Commands COMMANDS =
      new Commands(List.of(command("model"), command("undo"), command("retry")));

  private static Command command(String name) {
    return new Command(name, Group.PROGRAM, "", "help", (chat, argument) -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "/model, model, ''",
    "/model  demo/swift , model, demo/swift",
    ".undo, undo, ''",
    "'/model a\nb', model, 'a\nb'",
  })
  void aNameBehindAMarkCalls(String line, String name, String argument) {
    Commands.Call call = COMMANDS.call(line).orElseThrow();
    assertEquals(name, call.command().name());
    assertEquals(argument, call.argument());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hi", "/usr/bin/env is what?", ".5 of it", "...and then?", ".gitignore", "/"})
  void everythingElseIsSaid(String line) {
    assertEquals(Optional.empty(), COMMANDS.call(line));
  }

  @Test
  void helpFitsEightyColumns() {
    int synopsis = longest(Command::synopsis);
    assertTrue(synopsis + 4 + longest(Command::help) <= 80, "one line a command");
  }

  private static int longest(Function<Command, String> text) {
    return AllCommands.list().stream().map(text).mapToInt(String::length).max().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "/modle, did you mean /model?",
    "/ret, did you mean /retry?",
    ".undoo, did you mean /undo?",
    "/nothing, /help lists them",
  })
  void aMistypedNameIsRefusedWithTheNearest(String line, String hint) {
    Refused refused = assertThrows(Refused.class, () -> COMMANDS.call(line));
    assertEquals(hint + " (a line that begins with // is said)", refused.failure().hint());
  }
}
