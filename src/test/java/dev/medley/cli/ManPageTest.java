package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.CliRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManPageTest {
  private static final Set<String> REQUESTS =
      Set.of("TH", "SH", "SS", "TP", "B", "BR", "nf", "fi", "PP");

  @TempDir private Path home;

  private String page(String... command) {
    CliRun.Result result = new CliRun(home).run(command);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void aSmallPageWhole() {
    assertEquals(
        """
        .TH "MEDLEY\\-KEYS\\-RM" 1 "" "medley dev" "medley"
        .SH NAME
        medley-keys-rm \\- Forget a stored key.
        .SH SYNOPSIS
        medley keys rm [OPTIONS] PROVIDER
        .SH EXAMPLES
        .nf
          medley keys rm openai
        .fi
        .SH OPTIONS
        .SS Options
        .TP
        .B PROVIDER
        as medley keys list shows it
        .TP
        .B \\-h, \\-\\-help
        show this help
        .SS Configuration
        .TP
        .B \\-\\-config FILE
        configuration file instead of the user's
        .SH SEE ALSO
        .BR medley\\-keys (1)
        """,
        page("man", "keys", "rm"));
  }

  /**
   * Everything that stands at the beginning of a line is either text or a request that is meant.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ask", "route", "compare", "fallback", "models", "doctor", "templates"})
  void everyPageIsCleanRoff(String command) {
    List<String> lines = page("man", command).lines().toList();
    for (String line : lines) {
      assertTrue(line.chars().allMatch(c -> c >= 32 && c < 127), line);
      if (line.startsWith(".") || line.startsWith("'")) {
        assertTrue(REQUESTS.contains(line.substring(1).replaceFirst(" .*", "")), line);
      }
      assertTrue(!Pattern.compile("%n|\\$\\{").matcher(line).find(), line);
    }
    assertTrue(lines.contains(".SH EXAMPLES"), command);
  }

  @Test
  void theWholeProgramHasFilesAndExitCodes() {
    String page = page("man");
    assertTrue(page.contains(".SH EXIT STATUS\n.TP\n.B 0\nanswered\n"), page);
    assertTrue(page.contains(".SH FILES\n"), page);
  }

  @Test
  void anUnknownCommandGetsTheNearest() {
    assertEquals(
        """
        error: usage
          no command "aks"
          → did you mean ask?
        """,
        new CliRun(home).run("man", "aks").err());
  }
}
