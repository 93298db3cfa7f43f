package dev.medley.compare.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.medley.chat.FailureKind;
import dev.medley.chat.ModelRef;
import dev.medley.chat.Parameters;
import dev.medley.compare.Results;
import dev.medley.compare.cases.Cases;
import dev.medley.compare.cases.Wording;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import dev.medley.compare.prompts.PromptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final CaseResult FIRST = Results.of("a").answers("m", "one", 100);
  private static final CaseResult SECOND = Results.of("b").answers("m", "tw\n\u2028o", 100);
  private static final CaseResult THIRD = Results.of("c").answers("m", "three", 100);

  @TempDir private Path folder;

  private RunFile file() {
    return new RunFile("run.jsonl", folder.resolve("run.jsonl"));
  }

  private static List<CaseResult> read(RunFile file) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    file.forEach(results::add);
    return results;
  }

  private RunFile written(CaseResult... results) throws IOException {
    try (Journal journal = Journal.begin(file())) {
      for (CaseResult result : results) {
        journal.add(result);
      }
    }
    return file();
  }

  private static CaseResult reread(CaseResult result) {
    return ResultLine.read(ResultLine.write(result)).orElseThrow();
  }

  @Test
  void whatWasAddedIsThereAtOnce() throws IOException {
    try (Journal journal = Journal.begin(file())) {
      journal.add(FIRST);
      assertEquals(List.of(reread(FIRST)), read(file()));
      journal.add(SECOND);
      assertEquals(List.of(reread(FIRST), reread(SECOND)), read(file()));
    }
  }

  @Test
  void whereverItWasCutItGoesOnWithoutALoss() throws IOException {
    byte[] whole = Files.readAllBytes(written(FIRST, SECOND).path());
    int firstEnds = ResultLine.write(FIRST).length() + 1;
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file().path(), java.util.Arrays.copyOf(whole, cut));
      try (Journal journal = Journal.goOn(file())) {
        journal.add(THIRD);
      }
      List<CaseResult> expected = new ArrayList<>();
      if (cut >= firstEnds - 1) {
        expected.add(reread(FIRST));
      }
      if (cut >= whole.length - 1) {
        expected.add(reread(SECOND));
      }
      expected.add(reread(THIRD));
      assertEquals(expected, read(file()), "cut at " + cut);
      assertEquals(expected.size(), Files.readAllLines(file().path()).size());
    }
  }

  @Test
  void theLastResultOfACaseCounts() throws IOException {
    CaseResult failed = Results.of("a").fails("m", FailureKind.NETWORK);
    CaseResult other = Results.of("a").answers("n", "other model", 100);
    RunFile file = written(failed, SECOND, other, FIRST);
    assertEquals(List.of(reread(SECOND), reread(other), reread(FIRST)), read(file));
  }

  @Test
  void aFileWithResultsIsNotBegunAgain() throws IOException {
    written(FIRST);
    BadRunFile refused = assertThrows(BadRunFile.class, () -> Journal.begin(file()));
    assertEquals("run.jsonl exists", refused.getMessage());
    assertEquals(1, read(file()).size());
  }

  @Test
  void twoRunsDoNotWriteToTheSameFile() throws IOException {
    try (Journal journal = Journal.begin(file())) {
      journal.add(FIRST);
      BadRunFile refused = assertThrows(BadRunFile.class, () -> Journal.goOn(file()));
      assertEquals("run.jsonl is being written by another run", refused.getMessage());
    }
    Journal.goOn(file()).close();
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Files.writeString(file().path(), "{\"prompt\": \"a\"}\n{\"prompt\": \"b\"}\n");
    assertThrows(BadRunFile.class, () -> read(file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"precious\": 1}", "{\"precious\": 1}\n", "hello", "{\"schema_version\":7}"})
  void aSingleForeignLineIsRefused(String text) throws IOException {
    Files.writeString(file().path(), text);
    assertThrows(BadRunFile.class, () -> read(file()));
    assertEquals(text, Files.readString(file().path()));
  }

  @Test
  void thoseThatStandNeedNotBeAskedAgain() throws IOException {
    Path prompts = Files.writeString(folder.resolve("p.txt"), "a\nb\nc\n");
    Wording wording =
        new Wording(
            Wording.Phrase.ofRow(),
            List.of(Optional.empty()),
            List.of(Parameters.NONE),
            row -> List.of());
    Cases cases = new Cases(new PromptFile("p.txt", prompts), wording, 1);
    ModelRef model = Results.model("m");
    List<CaseResult> results = new ArrayList<>();
    try (var cursor = cases.walk()) {
      for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
        CaseResult like =
            results.size() == 1
                ? Results.of("x").fails("m", FailureKind.NETWORK)
                : Results.of("x").answers("m", "hi", 100);
        results.add(
            new CaseResult(
                next.get(), model, like.outcome(), like.bill(), like.extracted(), List.of()));
      }
    }
    RunFile file = written(results.get(0), results.get(1), FIRST);
    Earlier kept = Earlier.of(file, cases, List.of(model), true);
    assertEquals(2, kept.count());
    assertTrue(kept.has(results.get(0).asked(), model));
    assertTrue(kept.has(results.get(1).asked(), model));
    assertFalse(kept.has(results.get(2).asked(), model));
    assertFalse(kept.has(results.get(0).asked(), Results.model("n")));
    List<CaseResult> shown = new ArrayList<>();
    kept.forEach(shown::add, changed -> fail("nothing has changed"));
    assertEquals(2, shown.size());
    Earlier retried = Earlier.of(file, cases, List.of(model), false);
    assertFalse(retried.has(results.get(1).asked(), model));
    assertTrue(Earlier.of(file, cases, List.of(Results.model("n")), true).strange());
  }
}
