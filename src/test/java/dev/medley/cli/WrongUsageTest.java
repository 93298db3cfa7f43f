package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.CliRun;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is said as it would be typed, with what to type instead. */
class WrongUsageTest {
  @TempDir private Path home;

  @ParameterizedTest(name = "medley {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spend --by dya                 | --by is 'dya'             | did you mean day?",
        "spend --by WRONG               | --by is 'WRONG'           | write one of model, provider, day, task",
        "ask --color pink hi            | --color is 'pink'         | write one of auto, always, never",
        "ask --temperature hot hi       | --temperature: 'hot' is not a number | medley ask --help shows what it takes",
        "ask --max-retries x hi         | --max-retries: 'x' is not a whole number | medley ask --help shows what it takes",
        "ask -o foo hi                  | --option is 'foo'         | write K=V",
        "completion                     | SHELL is missing          | SHELL: bash, zsh, fish",
        "history prune                  | --older-than is missing   | TIME: such as 30d, 12h; 0d forgets all",
        "spend --by                     | --by needs a value        | WHAT: model (default), provider, day or task; days begin at midnight here",
        "prices show                    | MODEL is missing          | MODEL: an alias, provider/model or @group",
        "help aks                       | no command \"aks\"        | did you mean ask?",
        "ask --jsn                      | no option --jsn           | did you mean --json?",
      })
  void saysWhatToType(String line, String message, String hint) {
    assertEquals(
        new CliRun.Result(2, "", "error: usage\n  " + message + "\n  → " + hint + "\n"),
        new CliRun(home).run(line.split(" ")));
  }
}
