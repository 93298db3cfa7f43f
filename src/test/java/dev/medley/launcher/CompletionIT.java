package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the shells that they are for. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "drives POSIX shells")
class CompletionIT {
  @TempDir private Path home;

  private List<String> in(String shell, String script) throws IOException {
    Shell sh = new Shell(home);
    assumeTrue(sh.run("command -v " + shell).code() == 0, "there is no " + shell + " here");
    Files.writeString(home.resolve("script"), script);
    Shell.Result result = sh.run(shell + " script");
    assertEquals("", result.err());
    return result.out().lines().toList();
  }

  @Test
  void bash() throws IOException {
    assertEquals(
        List.of("completion", "demo/swift,demo/steady", "always", "swift", "script"),
        in(
            "bash",
            """
            source <(medley completion bash)
            try() {
              COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
              _medley
              echo "${COMPREPLY[@]}"
            }
            try 'medley complet'
            try 'medley compare -m demo/swift,demo/st' | sed 's/ .*//'
            try 'medley ask --color=al'
            try 'medley ask -m demo/sw' | sed 's,.*/,,'
            try 'medley ask -f scr'
            """));
  }

  /** The completion system needs a terminal; what it would be given is caught before it. */
  @Test
  void zsh() throws IOException {
    assertEquals(
        List.of(
            "completion:Print a script that completes commands, options and names in bash, zsh or fish.",
            "demo/swift:$0.10 in, $0.40 out per 1M",
            "files"),
        in(
            "zsh",
            """
            compdef() { : }
            _describe() { print -l -- ${(P)2} }
            _files() { print files }
            source <(medley completion zsh)
            try() { words=("$@") CURRENT=$#; _medley }
            try medley complet
            try medley ask -m demo/sw
            try medley ask -f ''
            """));
  }

  @Test
  void fish() throws IOException {
    assertEquals(
        List.of("completion", "demo/swift", "script"),
        in(
            "fish",
            """
            medley completion fish | source
            for line in 'medley complet' 'medley ask -m demo/sw' 'medley ask -f scr'
                complete -C $line | string replace -r '\\t.*' ''
            end
            """));
  }
}
