package dev.medley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a turn of a conversation takes beside the same request by curl: from Enter to the end of
 * the usage line, which is the last that is shown of an answer.
 */
final class Conversations {
  private static final String MODEL = "words-30";

  /** The end of the usage line of a model without a price. */
  private static final String SHOWN = "cost unknown";

  /** What somebody needs to read the prompt and to type. */
  private static final int THINKING_MILLIS = 1000;

  private final String baseUrl;
  private final int rounds;
  private final List<Talker> talkers = new ArrayList<>();
  private final List<Double> process = new ArrayList<>();
  private final List<Double> kept = new ArrayList<>();

  Conversations(String baseUrl, int rounds) {
    this.baseUrl = baseUrl;
    this.rounds = rounds;
  }

  /**
   * A way to hold a conversation.
   *
   * @param prompt what can be seen before anything is typed; may be empty
   */
  private record Talker(
      String name,
      List<String> command,
      Map<String, String> variables,
      String prompt,
      List<Double> firsts,
      List<Double> seconds) {}

  /** Over plain streams, and at a pseudo-terminal of {@code script}. */
  void add(String name, String program, Map<String, String> variables) {
    String chat = program + " chat --base-url " + baseUrl + " -m " + MODEL;
    talk(name + ", --no-tty", List.of((chat + " --no-tty -u").split(" ")), variables, "");
    List<String> pty =
        List.of("script", "-qfc", "stty cols 100 rows 30; exec " + chat, "/dev/null");
    talk(name + ", at a terminal", pty, variables, "> ");
  }

  private void talk(
      String name, List<String> command, Map<String, String> variables, String prompt) {
    talkers.add(new Talker(name, command, variables, prompt, new ArrayList<>(), new ArrayList<>()));
  }

  String table() throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      boolean counts = round > 0;
      for (Talker talker : talkers) {
        turns(talker, counts);
      }
      curl(counts);
    }
    return String.format(
            Locale.ROOT,
            "Turns of a conversation, from Enter to the end of the usage line, history on, %d sessions;%n"
                + "curl, for the same request: %.1f ms as a process, %.1f ms on a kept connection:%n%n"
                + "| medians | first answer | second answer | to curl | to curl, kept |%n"
                + "|---|--:|--:|--:|--:|%n",
            rounds,
            median(process),
            median(kept))
        + rows();
  }

  private String rows() {
    StringBuilder rows = new StringBuilder();
    for (Talker talker : talkers) {
      double second = median(talker.seconds);
      rows.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f ms | %.1f ms | %+.1f ms | %+.1f ms |%n",
              talker.name,
              median(talker.firsts),
              second,
              second - median(process),
              second - median(kept)));
    }
    return rows.toString();
  }

  private static void turns(Talker talker, boolean counts)
      throws IOException, InterruptedException {
    try (ChatSession chat = new ChatSession(talker.command, talker.variables)) {
      chat.await(talker.prompt);
      Thread.sleep(THINKING_MILLIS);
      double first = chat.type("Tell me about rivers", SHOWN);
      Thread.sleep(THINKING_MILLIS);
      double second = chat.type("And why do they bend?", SHOWN);
      if (counts) {
        talker.firsts.add(first);
        talker.seconds.add(second);
      }
    }
  }

  private void curl(boolean counts) throws IOException, InterruptedException {
    List<String> one =
        List.of(
            "-sN",
            "-o",
            "/dev/null",
            "-w",
            "%{time_total} ",
            "-H",
            "Content-Type: application/json",
            "-d",
            "{\"model\":\"" + MODEL + "\",\"stream\":true}",
            baseUrl + "/chat/completions");
    long start = System.nanoTime();
    output(List.of(), one);
    double millis = (System.nanoTime() - start) / 1e6;
    String times = output(one, List.of("--next"), one);
    if (counts) {
      process.add(millis);
      kept.add(Double.parseDouble(times.split(" ")[1]) * 1000);
    }
  }

  @SafeVarargs
  private static String output(List<String>... parts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("curl"));
    for (List<String> part : parts) {
      command.addAll(part);
    }
    Process curl = new ProcessBuilder(command).start();
    String out = new String(curl.getInputStream().readAllBytes());
    if (curl.waitFor() != 0) {
      throw new IOException("curl ended with " + curl.exitValue());
    }
    return out;
  }

  private static double median(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
