package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of 16 MiB and a stream of 200,000 chunks fit into a heap of 64 MiB. */
class LargeAnswersTest {
  @ParameterizedTest
  @ValueSource(strings = {"event", "whole", "chunks"})
  @Timeout(60)
  void fits(String kind) throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeAnswers.class.getName(),
                kind)
            .redirectErrorStream(true)
            .start();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(jvm.waitFor(30, TimeUnit.SECONDS), "still running");
    System.out.print(said);
    assertEquals(0, jvm.exitValue(), said);
    assertTrue(said.startsWith(kind + ": answered"), said);
  }
}
