package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged conversation at a real pseudo-terminal, which tmux provides; skipped without it. */
class ChatTmuxIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path PROGRAM = Path.of("target/medley/bin/medley").toAbsolutePath();

  private static final Pattern PROMPT = Pattern.compile("(?m)^demo/swift · \\$\\S+ >");
  private static final Pattern SHOWN =
      Pattern.compile("```\n(\\$ medley chat -m demo/swift\n.*?)```\n", Pattern.DOTALL);

  @TempDir Path home;
  private String socket;

  @BeforeEach
  void needsTmux() throws Exception {
    assumeTrue(there("tmux"), "tmux is not installed");
    socket = home.resolve("tmux").toString();
  }

  @AfterEach
  void end() throws Exception {
    if (socket != null) {
      tmux("kill-server");
    }
  }

  private static boolean there(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "-V").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private String tmux(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", socket, "-f", "/dev/null"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "tmux hangs");
    return out;
  }

  private void start(int columns, int rows, String commandLine) throws Exception {
    tmux(
        "new-session",
        "-d",
        "-x",
        "" + columns,
        "-y",
        "" + rows,
        "env",
        "-i",
        "HOME=" + home,
        "PATH=" + System.getenv("PATH"),
        "TERM=screen-256color",
        "LANG=C.UTF-8",
        "sh",
        "-c",
        "trap : INT; " + commandLine + "; echo left with $?; sleep 60");
  }

  private void keys(String... keys) throws Exception {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words.toArray(String[]::new));
  }

  private String await(String text) throws Exception {
    return await(seen -> seen.contains(text), text);
  }

  private String await(Predicate<String> wanted, String what) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String seen = screen();
    while (!wanted.test(seen)) {
      if (System.nanoTime() > until) {
        fail("not seen: " + what + "\n-- instead --\n" + seen);
      }
      TimeUnit.MILLISECONDS.sleep(30);
      seen = screen();
    }
    return seen;
  }

  private String screen() throws Exception {
    return tmux("capture-pane", "-p").replaceAll("[ \\t]+(?=\\n|$)", "").stripTrailing();
  }

  @Test
  void aConversationAt80By24() throws Exception {
    start(80, 24, PROGRAM + " chat -m demo/sage");
    await("demo/sage · $0 >");
    keys("tell me about rivers", "Enter");
    await("The first thing");
    tmux("resize-window", "-x", "60", "-y", "20");
    keys("C-c");
    await("── stopped: what came is kept; /retry asks again ──");
    keys("half");
    await("> half");
    keys("C-c"); // two at once may be one
    await(seen -> seen.endsWith(" >"), "a new line");
    keys("C-c");
    await("Ctrl-D leaves");
    keys("/mod", "Tab");
    await("/models");
    keys("C-u", "日本語", "BSpace", "BSpace", "C-a");
    await("> 日");
    keys("C-e", "C-u", "C-r", "rivers");
    await("tell me about rivers");
    keys("C-c", "C-d");
    await("left with 0");
  }

  @Test
  void tenThousandLinesArePastedAndThePipeComesFirst() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append("line ").append(i).append('\n');
    }
    Files.writeString(home.resolve("lines"), lines);
    Files.writeString(home.resolve("notes"), "alpha\n");
    start(200, 50, "cat " + home.resolve("notes") + " | " + PROGRAM + " chat -m demo/swift");
    await("demo/swift · $0 · +1 file >");
    tmux("load-buffer", home.resolve("lines").toString());
    tmux("paste-buffer", "-p");
    await("[pasted 10,000 lines #");
    keys("Enter");
    await("tok/s");
    keys("/save " + home.resolve("kept.json"), "Enter");
    await("1 turn in");
    String kept = Files.readString(home.resolve("kept.json"));
    assertTrue(kept.contains("\"alpha\\n\\nline 0\\nline 1\\n"), kept.substring(0, 200));
    assertTrue(kept.contains("line 9999"), "the end of the paste");
    assertFalse(kept.contains("[pasted"), "the mark");
    keys("C-d");
    await("left with 0");
  }

  /** {@code -Dmedley.readme=update} writes it there anew. */
  @Test
  void theReadmeShowsAConversationAsItWas() throws Exception {
    start(80, 80, "PATH=" + PROGRAM.getParent() + ":$PATH medley chat -m demo/swift");
    awaitPrompts(1);
    type("/compare demo/swift,demo/steady Why do rivers bend?");
    await("Enter for none:");
    type("2");
    awaitPrompts(2);
    type("And in one sentence?");
    awaitPrompts(3);
    type("/cost");
    String seen = awaitPrompts(4);
    String shown = "$ medley chat -m demo/swift\n" + seen.substring(0, seen.lastIndexOf('\n') + 1);
    Path page = Path.of("README.md");
    String readme = Files.readString(page);
    Matcher block = SHOWN.matcher(readme);
    assertTrue(block.find(), "README.md shows a conversation");
    if (System.getProperty("medley.readme", "").equals("update")) {
      Files.writeString(
          page, readme.substring(0, block.start(1)) + shown + readme.substring(block.end(1)));
    } else {
      assertEquals(withoutFigures(block.group(1)), withoutFigures(shown));
    }
  }

  /** Figures differ from run to run, and so does what there is room for. */
  private static String withoutFigures(String text) {
    return text.replaceAll(" · \\d+ tok/s", "")
        .replaceAll("\\d[\\d.,]*\\*?", "0")
        .replaceAll("[ *]+", " ");
  }

  private void type(String line) throws Exception {
    keys("-l", line);
    keys("Enter");
  }

  /** Waits until so many prompts have come, and nothing is typed at the last. */
  private String awaitPrompts(int count) throws Exception {
    return await(
        seen -> seen.endsWith(" >") && PROMPT.matcher(seen).results().count() == count,
        count + " prompts");
  }

  @Test
  void aDumbTerminalIsEnough() throws Exception {
    start(80, 24, "TERM=dumb " + PROGRAM + " chat -m demo/swift");
    await("demo/swift · $0 >");
    keys("hi", "Enter");
    await("tok/s");
    keys("C-d");
    await("left with 0");
  }
}
