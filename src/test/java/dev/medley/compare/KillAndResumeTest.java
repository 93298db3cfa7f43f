package dev.medley.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.medley.compare.TallyServer.Asked;
import dev.medley.compare.journal.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program, killed at random moments and resumed: no case is lost, and none whose result
 * had been kept is asked again. What was in flight when it was killed is asked again, because
 * nobody can know whether its answer was on the way; those are at most {@code -j} a kill.
 *
 * <p>{@code -Dmedley.kills=50} kills it fifty times.
 */
class KillAndResumeTest {
  private static final int CONCURRENCY = 8;
  private static final List<String> MODELS = List.of("a", "b", "c");
  private static final int CASES_BETWEEN_KILLS = 40;
  private final int kills = Integer.getInteger("medley.kills", 1);
  private final Random random = new Random();

  @TempDir private Path folder;

  @Test
  void noCaseIsLostAndNoneThatWasKeptIsAskedAgain() throws Exception {
    int prompts = (kills + 1) * CASES_BETWEEN_KILLS / MODELS.size();
    Files.writeString(
        folder.resolve("prompts.txt"),
        IntStream.range(0, prompts)
            .mapToObj(i -> "prompt " + i + "\n")
            .collect(Collectors.joining()));
    Path results = folder.resolve("run.jsonl");
    try (TallyServer server = new TallyServer(15)) {
      int inFlight = 0;
      for (int kill = 0; kill < kills; kill++) {
        Set<Asked> kept = kept(results, kill);
        Process process = start(server, results, kill);
        server.awaitRequests(kill, 1 + random.nextInt(CASES_BETWEEN_KILLS), process);
        Thread.sleep(random.nextInt(20));
        process.destroyForcibly().waitFor();
        inFlight += lostOnTheWay(server, results, kill);
        assertNotAskedAgain(kept, server, kill);
      }
      Set<Asked> kept = kept(results, kills);
      Process last = start(server, results, kills);
      assertTrue(last.waitFor(120, TimeUnit.SECONDS));
      assertEquals(0, last.exitValue(), Files.readString(folder.resolve("err.txt")));
      assertNotAskedAgain(kept, server, kills);
      int cases = prompts * MODELS.size();
      assertEquals(cases, Files.readAllLines(results).size());
      assertEquals(cases, kept(results, 0).size());
      assertEquals(cases + inFlight, server.asked().size());
      assertTrue(inFlight <= CONCURRENCY * kills, inFlight + " asked in vain");
    }
  }

  private static void assertNotAskedAgain(Set<Asked> kept, TallyServer server, int epoch) {
    Set<Asked> again =
        server.asked().stream().filter(a -> a.epoch() == epoch).collect(Collectors.toSet());
    again.retainAll(kept);
    assertEquals(Set.of(), again);
  }

  /** Asked in this epoch, and not kept. */
  private int lostOnTheWay(TallyServer server, Path results, int epoch) throws IOException {
    Set<Asked> lost =
        server.asked().stream().filter(a -> a.epoch() == epoch).collect(Collectors.toSet());
    lost.removeAll(kept(results, epoch));
    return lost.size();
  }

  /** What is in the file, as if asked in that epoch. */
  private Set<Asked> kept(Path results, int epoch) throws IOException {
    Set<Asked> kept = new HashSet<>();
    if (Files.exists(results)) {
      new RunFile("run.jsonl", results)
          .forEach(
              result ->
                  kept.add(
                      new Asked(result.model().id(), result.asked().question().prompt(), epoch)));
    }
    return kept;
  }

  private Process start(TallyServer server, Path results, int epoch) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.medley.Main",
                "compare",
                "--base-url",
                server.url().toString(),
                "-m",
                String.join(",", MODELS),
                "--prompts",
                "prompts.txt",
                "--stdin",
                "no",
                "--no-stream",
                "-H",
                TallyServer.EPOCH + ": " + epoch,
                "-n",
                "-j",
                Integer.toString(CONCURRENCY),
                Files.exists(results) ? "--resume" : "--output",
                "run.jsonl"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }
}
