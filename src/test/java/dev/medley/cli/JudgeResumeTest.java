package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a judge has said of the same answers holds, and is not paid for again. */
@Timeout(60)
class JudgeResumeTest {
  private static final int PROMPTS = 4;

  /** Three pairs of each prompt, in both orders. */
  private static final int VERDICTS = PROMPTS * 3 * 2;

  @TempDir Path home;
  private JudgingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new JudgingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result run(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "compare",
                "--no-stream",
                "-n",
                "--prompts",
                "cases.txt",
                "--json",
                "--judge",
                "lab/judge"));
    args.addAll(List.of(more));
    return new CliRun(home)
        .file("cases.txt", "one\ntwo\nthree\nfour\n")
        .config(
            "providers: {lab: {base_url: \""
                + server.url()
                + "\"}}\nmodels: {j: {id: lab/judge, price: {input: 1, output: 2}}}")
        .run(args.toArray(String[]::new));
  }

  private Result judged(String... more) {
    String[] args =
        Arrays.copyOf(
            new String[] {"-m", "lab/a,lab/b,lab/c", "--criteria", "best"}, more.length + 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return run(args);
  }

  private static JsonNode document(Result result) throws IOException {
    return new JsonMapper().readTree(result.out());
  }

  private Path journal() {
    return home.resolve("run.jsonl");
  }

  @Test
  void whatWasJudgedIsNotJudgedAgain() throws IOException {
    JsonNode first = document(judged("--output", "run.jsonl"));
    assertEquals(VERDICTS, server.verdicts());
    long lines = Files.lines(journal()).count();
    assertEquals(PROMPTS * 3 + VERDICTS / 2, lines);
    JsonNode second = document(judged("--resume", "run.jsonl"));
    assertEquals(VERDICTS, server.verdicts(), "nothing was asked");
    assertEquals(first.path("judge").path("scores"), second.path("judge").path("scores"));
    assertEquals(first.path("judge_fee"), second.path("judge_fee"), "counted once");
    assertEquals(VERDICTS, second.at("/judge_fee/requests").asInt());
    assertEquals("so", second.at("/judge/verdicts/0/reason").asText());
    assertEquals(lines, Files.lines(journal()).count(), "nothing is written twice");
  }

  /** As after a crash at every place where one can happen: between and within lines. */
  @Test
  void whereverItStoppedOnlyTheRestIsJudged() throws IOException {
    JsonNode whole = document(judged("--output", "run.jsonl", "-j", "2"));
    byte[] bytes = Files.readAllBytes(journal());
    for (int cut = bytes.length; cut > 200; cut -= 1307) {
      byte[] left = Arrays.copyOf(bytes, cut);
      Files.write(journal(), left);
      int kept =
          2
              * (int)
                  new String(left, StandardCharsets.UTF_8)
                      .lines()
                      .filter(JudgeResumeTest::whole)
                      .count();
      long before = server.verdicts();
      JsonNode resumed = document(judged("--resume", "run.jsonl"));
      assertEquals(VERDICTS - kept, server.verdicts() - before, "cut at " + cut);
      assertEquals(whole.path("judge").path("scores"), resumed.path("judge").path("scores"));
      assertEquals(VERDICTS, resumed.at("/judge_fee/requests").asInt());
    }
  }

  private static boolean whole(String line) {
    return line.contains("\"record\":\"judgement\"") && line.endsWith("}}");
  }

  @Test
  void whatFailedIsAskedAgain() throws IOException {
    server.refusing(5);
    JsonNode first = document(judged("--output", "run.jsonl", "-j", "1"));
    assertEquals(5, first.at("/judge/failed").asInt(), first.path("judge").toString());
    long before = server.verdicts();
    JsonNode second = document(judged("--resume", "run.jsonl"));
    assertEquals(0, second.at("/judge/failed").asInt());
    assertEquals(5 * 2, server.verdicts() - before);
  }

  @Test
  void checksThatWereNotDecidedAreDecidedWithoutAskingForTheAnswersAgain() throws IOException {
    String[] checked = {"-m", "lab/a,lab/b", "--check", "judge: is true", "--output", "run.jsonl"};
    server.refusing(3);
    Result first = run(checked);
    assertEquals(100, first.code());
    assertEquals(8, document(first).at("/judge_fee/requests").asInt());
    int asked = server.asked().size();
    checked[4] = "--resume";
    Result second = run(checked);
    assertEquals(0, second.code(), second.err());
    assertEquals(3, server.asked().size() - asked, "the judge alone");
    assertEquals(8, document(second).path("results").size());
    assertEquals(8, document(second).at("/judge_fee/requests").asInt(), "each once");
    asked = server.asked().size();
    assertEquals(0, run(checked).code());
    assertEquals(asked, server.asked().size(), "nothing is left to decide");
  }

  @Test
  void otherCriteriaAndOtherAnswersAreJudgedAnew() throws IOException {
    judged("--output", "run.jsonl");
    long before = server.verdicts();
    run("-m", "lab/a,lab/b,lab/c", "--criteria", "shortest", "--resume", "run.jsonl");
    assertEquals(VERDICTS, server.verdicts() - before);
    String lines = Files.readString(journal()).replace("\"response\":\"a\"", "\"response\":\"d\"");
    Files.writeString(journal(), lines);
    before = server.verdicts();
    judged("--resume", "run.jsonl");
    assertEquals(PROMPTS * 2 * 2, server.verdicts() - before, "both pairs with a");
  }

  @Test
  void inAnotherOrderTheSameJudgementsHold() throws IOException {
    JsonNode before = document(judged("--output", "run.jsonl"));
    long asked = server.verdicts();
    JsonNode after =
        document(run("-m", "lab/c,lab/a,lab/b", "--criteria", "best", "--resume", "run.jsonl"));
    assertEquals(asked, server.verdicts());
    assertEquals(scores(before), scores(after));
  }

  private static Map<String, String> scores(JsonNode document) {
    Map<String, String> scores = new TreeMap<>();
    document
        .at("/judge/scores")
        .forEach(one -> scores.put(one.path("model").toString(), one.path("wins").toString()));
    assertEquals(3, scores.size(), document.toString());
    return scores;
  }

  @Test
  void aFileWithoutJudgementsIsJudged() throws IOException {
    run("-m", "lab/a,lab/b,lab/c", "--criteria", "best", "--output", "run.jsonl");
    Files.write(
        journal(), Files.readAllLines(journal()).stream().filter(line -> !whole(line)).toList());
    long before = server.verdicts();
    assertEquals(0, judged("--resume", "run.jsonl", "--output", "copy.jsonl").code());
    assertEquals(VERDICTS, server.verdicts() - before);
    long asked = server.verdicts();
    assertEquals(0, judged("--resume", "copy.jsonl", "--output", "third.jsonl").code());
    assertEquals(asked, server.verdicts());
    assertTrue(
        Files.readAllLines(home.resolve("third.jsonl")).stream().anyMatch(JudgeResumeTest::whole),
        "what was reused is kept in a new file, too");
  }
}
