package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.launcher.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "drives the POSIX launcher")
class LauncherIT {
  private static final String HELLO =
      "Hello! Quick question, quick answer: go ahead. (Simulated by demo/swift: a stand-in for an"
          + " answer, not a real one.)\n";

  @TempDir private Path home;

  private Result run(String line) {
    return new Shell(home).run(line);
  }

  @Test
  void asks() {
    assertEquals(new Result(0, HELLO, ""), run("medley ask -m demo/swift hi"));
  }

  @Test
  void readsAPipeAndLeavesOnlyTheAnswerInTheFile() throws IOException {
    Result result = run("printf 'some text' | medley ask -m demo/swift 'Summarize:' > out.txt");
    assertEquals(new Result(0, "", ""), result);
    assertEquals(
        "- some text\n\n(Simulated by demo/swift: a stand-in for an answer, not a real one.)\n",
        Files.readString(home.resolve("out.txt")));
  }

  @Test
  void readsAFileAndNothingFromANullDeviceOrAClosedInput() throws IOException {
    Files.writeString(home.resolve("in.txt"), "some text");
    assertTrue(
        run("medley ask -m demo/swift 'Summarize:' < in.txt").out().startsWith("- some text"));
    assertEquals(HELLO, run("medley ask -m demo/swift hi < /dev/null").out());
    assertEquals(HELLO, run("medley ask -m demo/swift hi <&-").out());
  }

  @Test
  void comparesWithATable() {
    Result result =
        run("medley compare -m demo/swift,demo/steady,demo/sage 'Explain model routing'");
    assertEquals(0, result.code());
    assertEquals("", result.err());
    for (String model : new String[] {"swift", "steady", "sage"}) {
      assertTrue(
          result.out().lines().anyMatch(line -> line.matches("demo/" + model + " +ok .*\\$.*")),
          result.out());
    }
  }

  @Test
  void endsQuietlyWhenItsReaderHasEnough() {
    Result result = run("medley ask -m demo/sage -q 'Explain model routing' | head -c 5");
    assertEquals(5, result.out().length());
    assertEquals(0, result.code());
    assertFalse(result.err().contains("error"), result.err());
  }

  @Test
  void saysWhatIsWrongAndExitsWithItsClass() {
    assertEquals(
        new Result(
            14,
            "",
            """
            error: demo/nonesuch: 404 not found
              The model 'nonesuch' is not among the simulated ones; GET /v1/models lists them.
              → check the model's name (medley models) and the base URL
            """),
        run("medley ask -m demo/nonesuch hi"));
  }

  @Test
  void anInterruptedRunPrintsItsDocumentAndExits130() throws IOException {
    assumeTrue(run("timeout --version").code() == 0, "there is no timeout(1) to send the signal");
    Result result =
        run("timeout --preserve-status -s INT 3 medley ask --json -m demo/stall hi > doc.json");
    String document = Files.readString(home.resolve("doc.json"));
    assertEquals(130, result.code(), result.err());
    assertEquals(
        "interrupted",
        new ObjectMapper().readTree(document).path("error").path("class").asText(),
        document);
  }

  @Test
  void runsFromAnyFolderThroughASymlinkAndWhereverItIsMoved() {
    assertEquals(
        HELLO,
        run("ln -s \"$(command -v medley)\" link && cd / && \"$HOME/link\" ask -m demo/swift hi;"
                + " rm \"$HOME/link\"")
            .out());
    assertEquals(
        HELLO,
        run("cp -r '"
                + Shell.PROGRAM
                + "' 'my tools' && MEDLEY_NO_CDS=1 'my tools/bin/medley' ask -m demo/swift hi")
            .out());
  }

  @Test
  void findsJavaOnThePathWhenJavaHomeLeadsNowhere() {
    String java = System.getProperty("java.home") + "/bin";
    Result result =
        new Shell(home)
            .variable("JAVA_HOME", "/nowhere")
            .run("PATH=$PATH:" + java + "; medley ask -m demo/swift hi");
    assertEquals(new Result(0, HELLO, ""), result);
  }

  @Test
  void saysThatThereIsNoJava() throws IOException {
    Path tools = Files.createDirectory(home.resolve("tools"));
    for (String tool : new String[] {"ls", "dirname"}) {
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nPATH=/bin:/usr/bin exec " + tool + " \"$@\"\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    Result result =
        new Shell(home)
            .variable("JAVA_HOME", "")
            .variable("PATH", tools.toString())
            .run(Shell.PROGRAM + "/bin/medley --version");
    assertEquals(
        new Result(
            3,
            "",
            """
            error: medley needs Java 17 or newer; neither JAVA_HOME nor PATH leads to a java program
              → install a JDK or JRE 17+, or set JAVA_HOME to one
            """),
        result);
  }

  @Test
  void saysThatJavaIsTooOld() throws IOException {
    Path bin = Files.createDirectories(home.resolve("jdk-11/bin"));
    Files.writeString(bin.resolve("java"), "#!/bin/sh\necho should not run\n");
    assertTrue(bin.resolve("java").toFile().setExecutable(true));
    Files.writeString(home.resolve("jdk-11/release"), "JAVA_VERSION=\"11.0.2\"\n");
    Result result =
        new Shell(home)
            .variable("JAVA_HOME", home.resolve("jdk-11").toString())
            .run("medley --version");
    assertEquals(3, result.code());
    assertEquals(
        "error: medley needs Java 17 or newer; " + bin.resolve("java") + " is version 11.0.2",
        result.err().lines().findFirst().orElse(""));
  }

  @Test
  void servesOtherProgramsAndStopsOnATermination() {
    Result result =
        run(
            "medley demo > url.txt & pid=$!;"
                + " while ! grep -q http url.txt; do sleep 0.1; done;"
                + " url=$(sed 's/listening on //' url.txt);"
                + " medley ask --base-url \"$url\" -m swift hi; code=$?;"
                + " kill $pid; wait $pid; exit $code");
    assertEquals(0, result.code(), result.err());
    assertEquals(HELLO, result.out());
  }
}
