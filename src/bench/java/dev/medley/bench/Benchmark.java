package dev.medley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How quick medley is beside the Node SDK's quickstart, curl and an empty JVM; then the turns of a
 * conversation, and compare at scale. Prints Markdown; {@code --update FILE} also writes it there
 * between two marks.
 */
public final class Benchmark {
  private static final String BEGIN = "<!-- benchmark: src/bench/run --update README.md -->";
  private static final String END = "<!-- end of benchmark -->";
  private static final Path HERE = Path.of("target/bench").toAbsolutePath();
  private static final Path PROGRAM = Path.of("target/medley").toAbsolutePath();
  private static final String HELP =
      """
      Usage: src/bench/run [--rounds N] [--no-scale | --only-chat | --only-scale] [--update FILE]
        --rounds N     of the first two parts (default 15)
        --no-scale     without the third part, which takes some minutes
        --only-chat    the second part alone: turns of a conversation
        --only-scale   the third part alone
        --update FILE  also write the tables into FILE, between the marks
      """;

  private final List<Jdk> jdks = Jdk.found();
  private final FixedServer server;
  private final int rounds;

  private Benchmark(FixedServer server, int rounds) throws IOException {
    this.server = server;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = List.of(args);
    if (words.contains("--help")) {
      System.out.print(HELP);
      return;
    }
    Files.createDirectories(HERE);
    int rounds = Integer.parseInt(after(words, "--rounds", "15"));
    String result;
    try (FixedServer server = new FixedServer()) {
      Benchmark benchmark = new Benchmark(server, rounds);
      boolean onlyChat = words.contains("--only-chat");
      boolean onlyScale = words.contains("--only-scale");
      result = benchmark.machine();
      if (!onlyChat && !onlyScale) {
        result += "\n" + benchmark.starts();
      }
      if (!onlyScale) {
        result += "\n" + benchmark.conversations();
      }
      if (!onlyChat && !words.contains("--no-scale")) {
        result += "\n" + benchmark.scale();
      }
    }
    System.out.println(result);
    if (words.contains("--update")) {
      update(Path.of(after(words, "--update", "README.md")), result);
    }
    System.exit(0);
  }

  private static String after(List<String> words, String option, String otherwise) {
    int at = words.indexOf(option);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
  }

  private static void update(Path file, String result) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no line " + BEGIN + " with " + END + " after it");
    }
    Files.writeString(
        file,
        text.substring(0, begin + BEGIN.length())
            + "\n"
            + result.strip()
            + "\n"
            + text.substring(end));
  }

  private String machine() throws IOException {
    String size =
        String.format(
            Locale.ROOT,
            "medley.jar %.1f MB, archive %.0f MB",
            megabytes("medley.jar"),
            megabytes("medley.jsa"));
    return "Measured on "
        + LocalDate.now()
        + ", "
        + processor()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.name")
        + "; "
        + size
        + ".\n";
  }

  private static double megabytes(String name) throws IOException {
    Path file = PROGRAM.resolve("lib").resolve(name);
    return Files.exists(file) ? Files.size(file) / 1e6 : 0;
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  /** One streamed answer of 30 chunks, history on, and what costs nothing but the start. */
  private String starts() throws IOException, InterruptedException {
    Contest contest = new Contest(HERE);
    Quickstart.ready(HERE)
        .ifPresent(
            node -> contest.add(node.contestant("node quickstart", server.baseUrl(), "words-30")));
    contest.add(
        new Contestant(
            "curl",
            "curl",
            "-sN",
            "-H",
            "Content-Type: application/json",
            "-d",
            "{\"model\":\"words-30\",\"stream\":true}",
            server.baseUrl() + "/chat/completions"));
    for (Jdk jdk : jdks) {
      archive(jdk);
      contest.add(medley("medley ask, JDK " + jdk.version(), jdk, ask("words-30")));
    }
    for (Jdk jdk : jdks) {
      contest.add(medley("medley --version, JDK " + jdk.version(), jdk, "--version"));
      contest.add(medley("medley --help, JDK " + jdk.version(), jdk, "--help"));
      contest.add(
          new Contestant(
              "empty JVM " + jdk.version(),
              jdk.java(),
              "-cp",
              HERE.resolve("classes").toString(),
              Empty.class.getName()));
    }
    return "One streamed answer of 30 chunks over http from loopback, history on; "
        + rounds
        + " alternating rounds:\n\n"
        + contest.run(rounds).table("node quickstart")
        + jdks.stream()
            .map(jdk -> toEmpty(contest, jdk.version()))
            .collect(Collectors.joining("; ", "\n", ".\n"));
  }

  private static String toEmpty(Contest contest, int version) {
    double empty = contest.millis("empty JVM " + version);
    return String.format(
        Locale.ROOT,
        "To an empty JVM %d: --version %.2f×, --help %.2f×",
        version,
        contest.millis("medley --version, JDK " + version) / empty,
        contest.millis("medley --help, JDK " + version) / empty);
  }

  private String conversations() throws IOException, InterruptedException {
    Conversations conversations = new Conversations(server.baseUrl(), rounds);
    for (Jdk jdk : jdks) {
      archive(jdk);
      Contestant chat = medley("medley chat, JDK " + jdk.version(), jdk);
      conversations.add(
          chat.name(),
          chat.command().get(0),
          chat.with("TERM", "xterm-256color").with("LANG", "C.UTF-8").variables());
    }
    return conversations.table();
  }

  /** What compare makes of many prompts, and what a long stream costs. */
  private String scale() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("Compare at scale, and a long stream:\n\n");
    text.append("| | time | to ideal | CPU | peak memory | the server's CPU |\n");
    text.append("|---|--:|--:|--:|--:|--:|\n");
    for (Jdk jdk : jdks) {
      archive(jdk);
      text.append(compare(jdk, 600, 200, 64, 3)).append(compare(jdk, 30_000, 50, 256, 1));
    }
    Contest longStream = new Contest(HERE);
    Quickstart.ready(HERE)
        .ifPresent(
            node ->
                longStream.add(
                    node.contestant("node quickstart", server.baseUrl(), "words-200000")));
    for (Jdk jdk : jdks) {
      longStream.add(medley("medley ask, JDK " + jdk.version(), jdk, ask("words-200000")));
    }
    return text
        + "\n200,000 chunks to the null device:\n\n"
        + longStream.run(5).table("node quickstart");
  }

  private String compare(Jdk jdk, int prompts, int wait, int concurrency, int rounds)
      throws IOException, InterruptedException {
    Path file = HERE.resolve(prompts + ".txt");
    Files.write(
        file,
        IntStream.range(0, prompts).mapToObj(i -> "prompt " + i).collect(Collectors.toList()));
    String name =
        String.format(
            Locale.ROOT, "%,d × %d ms at %d, JDK %d", prompts, wait, concurrency, jdk.version());
    Contest contest =
        new Contest(HERE)
            .add(
                medley(
                    name,
                    jdk,
                    "compare",
                    "--base-url",
                    server.baseUrl(),
                    "-m",
                    "wait-" + wait,
                    "--prompts",
                    file.toString(),
                    "-j",
                    "" + concurrency,
                    "--no-log",
                    "-q"))
            .run(rounds);
    double ideal = Math.ceil((double) prompts / concurrency) * wait;
    return String.format(
        Locale.ROOT,
        "| %s | %.2f s | %.2f× | %.1f s | %.0f MB | %.1f s |%n",
        name,
        contest.millis(name) / 1000,
        contest.millis(name) / ideal,
        contest.cpuSeconds(name),
        contest.peak(name),
        contest.serverSeconds(name));
  }

  private String[] ask(String model) {
    return new String[] {"ask", "--base-url", server.baseUrl(), "-m", model, "hi"};
  }

  private Contestant medley(String name, Jdk jdk, String... args) {
    String[] line = new String[args.length + 1];
    line[0] = PROGRAM.resolve("bin/medley").toString();
    System.arraycopy(args, 0, line, 1, args.length);
    return new Contestant(name, line)
        .with("JAVA_HOME", jdk.home().toString())
        .with("HOME", HERE.resolve("home").toString())
        .with("XDG_CONFIG_HOME", HERE.resolve("home/config").toString())
        .with("XDG_DATA_HOME", HERE.resolve("home/data").toString())
        .with("XDG_CACHE_HOME", HERE.resolve("home/cache").toString());
  }

  /**
   * A JVM that did not build gets its archive after its first start; the contest is for later ones.
   */
  private void archive(Jdk jdk) throws IOException, InterruptedException {
    medley("", jdk, "--version").run(HERE);
    Path cache = HERE.resolve("home/cache/medley");
    for (int tries = 0; tries < 600 && !made(cache, jdk); tries++) {
      Thread.sleep(200);
    }
  }

  private static boolean made(Path cache, Jdk jdk) throws IOException {
    List<String> built = Files.readAllLines(PROGRAM.resolve("lib/archive"));
    if (built.get(1).contains(" " + jdk.home() + " ")) {
      return true;
    }
    if (!Files.exists(cache)) {
      return false;
    }
    String home = jdk.home().toRealPath().toString().replace('/', ',');
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(built.get(0)) && name.contains(home))
          .anyMatch(name -> !name.endsWith(".work"));
    }
  }
}
