package dev.medley.compare.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.medley.chat.Parameters;
import dev.medley.compare.cases.Wording.Phrase;
import dev.medley.compare.matrix.Case;
import dev.medley.compare.prompts.BadPrompts;
import dev.medley.compare.prompts.PromptFile;
import dev.medley.compare.prompts.PromptSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
  @TempDir private Path folder;

  private PromptSource file(String name, String text) throws IOException {
    return new PromptFile(name, Files.writeString(folder.resolve(name), text));
  }

  private static Wording wording(Phrase prompt) {
    return new Wording(
        prompt, List.of(Optional.empty()), List.of(Parameters.NONE), row -> List.of());
  }

  private static List<Case> all(Cases cases) throws IOException {
    List<Case> all = new ArrayList<>();
    try (CaseCursor cursor = cases.walk()) {
      for (Optional<Case> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        all.add(next.get());
      }
    }
    assertEquals(cases.count(), all.size());
    return all;
  }

  private static List<String> keys(List<Case> cases) {
    return cases.stream().map(one -> one.number() + ":" + one.run() + ":" + one.key()).toList();
  }

  @Test
  void aTemplateIsFilledFromTheFields() throws IOException {
    PromptSource rows = file("a.csv", "land,lang\nPeru,de\nFrance,{{land}}\n");
    Wording wording =
        new Wording(
            Phrase.template("Capital of {{land}}?"),
            List.of(Optional.of(Phrase.template("Answer in {{lang}}."))),
            List.of(Parameters.NONE),
            row -> List.of());
    List<Case> cases = all(new Cases(rows, wording, 1));
    assertEquals(
        List.of("Capital of Peru?", "Capital of France?"),
        cases.stream().map(one -> one.question().prompt()).toList());
    assertEquals(Optional.of("Answer in {{land}}."), cases.get(1).question().system());
    assertEquals(Map.of("land", "Peru", "lang", "de"), cases.get(0).question().variables());
  }

  @Test
  void rowsTimesSystemsTimesOptionsAndAllOfItAgain() throws IOException {
    Wording wording =
        new Wording(
            Phrase.ofRow(),
            List.of(Optional.of(Phrase.literal("A")), Optional.of(Phrase.literal("B"))),
            List.of(Parameters.NONE.with("temperature", 0), Parameters.NONE.with("seed", 7)),
            row -> List.of());
    PromptSource rows = file("a.jsonl", "{\"id\": \"x\", \"prompt\": \"hi\"}\n\"hi\"\n");
    List<Case> cases = all(new Cases(rows, wording, 2));
    String hash = "8f434346648f";
    assertEquals(
        List.of(
            "1:1:x",
            "2:1:x/o2",
            "3:1:x/s2",
            "4:1:x/s2/o2",
            "5:1:" + hash,
            "6:1:" + hash + "/o2",
            "7:1:" + hash + "/s2",
            "8:1:" + hash + "/s2/o2"),
        keys(cases.subList(0, 8)));
    assertEquals("1:2:x", keys(cases).get(8));
    assertEquals(16, cases.size());
  }

  @Test
  void equalRowsAreToldApart() throws IOException {
    List<Case> cases =
        all(new Cases(file("a.txt", "hi\nho\nhi\nhi\n"), wording(Phrase.ofRow()), 1));
    assertEquals(
        List.of("1:1:8f434346648f", "2:1:a821c62e8104", "3:1:8f434346648f~2", "4:1:8f434346648f~3"),
        keys(cases));
  }

  @Test
  void theOnePromptOfACommandLineIsTakenLiterally() throws IOException {
    Cases cases = new Cases(PromptSource.of("What is {{x}}?"), wording(Phrase.ofRow()), 3);
    assertEquals("What is {{x}}?", all(cases).get(2).question().prompt());
  }

  @Test
  void aMissingFieldIsToldWithItsLineBeforeAnythingIsSent() throws IOException {
    PromptSource rows = file("a.jsonl", "{\"land\": \"Peru\"}\n\n{\"country\": \"Peru\"}\n");
    Cases cases = new Cases(rows, wording(Phrase.template("Capital of {{land}}?")), 1);
    BadPrompts bad = assertThrows(BadPrompts.class, cases::count);
    assertEquals("a.jsonl:3: no value for {{land}}; its fields: country", bad.getMessage());
    Cases bare = new Cases(rows, wording(Phrase.ofRow()), 1);
    assertEquals(
        "a.jsonl:1: no field \"prompt\", and none on the command line; its fields: land",
        assertThrows(BadPrompts.class, bare::count).getMessage());
  }
}
