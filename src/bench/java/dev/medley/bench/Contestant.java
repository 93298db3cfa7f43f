package dev.medley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command line that is measured; its output goes nowhere. */
record Contestant(String name, List<String> command, Map<String, String> variables) {
  private static final Path GNU_TIME = Path.of("/usr/bin/time");

  Contestant(String name, String... command) {
    this(name, List.of(command), Map.of());
  }

  Contestant with(String variable, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(variable, value);
    return new Contestant(name, command, more);
  }

  /**
   * One run.
   *
   * @param millis from start to end
   * @param cpuSeconds user and system; NaN where GNU time is missing
   * @param peakMegabytes resident at most; NaN as well
   * @param serverSeconds what this process took meanwhile, in which the server runs
   */
  record Run(double millis, double cpuSeconds, double peakMegabytes, double serverSeconds) {}

  Run run(Path scratch) throws IOException, InterruptedException {
    Path figures = scratch.resolve("time.txt");
    Path err = scratch.resolve("err.txt");
    boolean timed = Files.isExecutable(GNU_TIME);
    List<String> line = new ArrayList<>();
    if (timed) {
      line.addAll(List.of(GNU_TIME.toString(), "-o", figures.toString(), "-f", "%U %S %M"));
    }
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(variables);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(err.toFile());
    double served = ownSeconds();
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    served = ownSeconds() - served;
    if (code != 0) {
      throw new IOException(name + " ended with " + code + "\n" + Files.readString(err));
    }
    if (!timed) {
      return new Run(millis, Double.NaN, Double.NaN, served);
    }
    String[] parts = Files.readString(figures).strip().split(" ");
    return new Run(
        millis,
        Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]) / 1024,
        served);
  }

  private static double ownSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> time.toMillis() / 1000.0)
        .orElse(Double.NaN);
  }
}
