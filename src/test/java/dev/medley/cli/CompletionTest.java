package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested for a command line that is being typed. */
class CompletionTest {
  @TempDir private Path home;
  private CliRun medley;

  @BeforeEach
  void start() {
    medley =
        new CliRun(home)
            .config(
                """
                models: {fast: {id: demo/swift}}
                groups: {all: [fast, demo/sage]}
                tasks: {brief: {model: fast, description: in a few words}}
                chains: {night: {models: [fast, demo/sage]}}
                """);
  }

  private List<String> suggested(String... words) {
    String[] args =
        Stream.concat(Stream.of("completion", "suggest", "--"), Stream.of(words))
            .toArray(String[]::new);
    CliRun.Result result = medley.run(args);
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    return result.out().lines().toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tem                        | templates",
        "ask --fall                 | --fallback",
        "ask --color al             | always",
        "ask --color=al             | --color=always",
        "ask -m fa                  | fast",
        "compare -m demo/sage,fa    | demo/sage,fast",
        "compare -m @               | @all",
        "route --task br            | brief",
        "fallback --chain n         | night",
        "ask -t summ                | summarize",
        "templates show summ        | summarize",
        "templates new --from summ  | summarize",
        "keys set op                | openai openrouter",
        "ask -f x                   | :files",
        "ask --schema=x             | :files",
        "completion f               | fish",
        "config sh                  | show",
        "help comple                | completion",
        "ask --temperature 0.5 --fall | --fallback",
        "ask hello fall             | ",
        "ask --temperature x        | ",
        "ask -- --fall              | ",
        "nonsense x                 | ",
        "ask --nonsense=x           | ",
      })
  void whatMayComeNext(String line, String expected) {
    List<String> words = suggested(line.strip().split(" "));
    assertEquals(
        expected == null ? List.of() : List.of(expected.split(" ")),
        words.stream().map(one -> one.replaceFirst("\t.*", "")).toList());
  }

  @Test
  void thereIsAWordAboutEach() {
    assertEquals(List.of("brief\tin a few words"), suggested("route", "--task", "b"));
    assertEquals(
        List.of("fast\tdemo/swift, $0.10 in, $0.40 out per 1M"), suggested("ask", "-m", "fast"));
  }

  @Test
  void anEmptyWordMeansAll() {
    List<String> all = suggested("");
    assertTrue(all.stream().anyMatch(line -> line.startsWith("ask\t")), all.toString());
    assertEquals(all, suggested());
    assertTrue(suggested("ask", "-m", "").size() > 10);
  }

  @Test
  void aModelWithoutItsKeyIsNotSuggested() {
    assertEquals(List.of(), suggested("ask", "-m", "openai/gpt-4o-m"));
    medley.variable("OPENAI_API_KEY", "sk-x");
    assertTrue(suggested("ask", "-m", "openai/gpt-4o-m").get(0).startsWith("openai/gpt-4o-mini\t"));
  }

  @Test
  void aBrokenConfigurationDisturbsNobody() {
    medley.config("models: [");
    assertEquals(List.of(), suggested("ask", "-m", "f"));
    assertEquals(
        List.of("--fallback\tmodels to go on to when this one fails"), suggested("ask", "--fall"));
  }

  @Test
  void anUnknownShellIsNamed() {
    assertEquals(
        """
        error: usage
          no completion for "tcsh"
          → there is one for bash, zsh and fish
        """,
        medley.run("completion", "tcsh").err());
  }
}
