package dev.medley.compare.cases;

import dev.medley.compare.matrix.Case;
import dev.medley.compare.matrix.Digest;
import dev.medley.compare.prompts.BadPrompts;
import dev.medley.compare.prompts.PromptRow;
import dev.medley.compare.prompts.PromptRows;
import dev.medley.compare.prompts.PromptSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All cases: rows × systems × options, and the whole of them again for every run. They are made
 * while they are walked through, so that their number costs no memory but twelve bytes a row.
 *
 * @param runs at least 1
 */
public record Cases(PromptSource rows, Wording wording, int runs) {
  /** The way through all of them, from the first. */
  public CaseCursor walk() {
    return new CaseCursor(this);
  }

  /**
   * Makes every case of one run, so that whatever is wrong is found before anything is sent.
   *
   * @return how many cases there are, all runs together
   * @throws BadPrompts when a row cannot be used
   */
  public long count() throws IOException {
    long cases = 0;
    try (PromptRows all = rows.open()) {
      for (Optional<PromptRow> row = all.next(); row.isPresent(); row = all.next()) {
        cases += of(row.get(), "", 1, 1).size();
      }
    }
    return cases * runs;
  }

  /** The cases of one row. */
  List<Case> of(PromptRow row, String key, int number, int run) {
    List<Case> cases = new ArrayList<>();
    try {
      var checks = wording.checks().apply(row);
      for (Wording.Variant variant : wording.questions(row)) {
        cases.add(
            new Case(
                key + variant.suffix(), number + cases.size(), run, variant.question(), checks));
      }
      return cases;
    } catch (IllegalArgumentException wrong) {
      throw new BadPrompts(rows.name(), row.line(), wrong.getMessage() + having(row));
    }
  }

  private String having(PromptRow row) {
    boolean aboutFields = !rows.name().isEmpty() && !row.fields().isEmpty();
    return aboutFields ? "; its fields: " + String.join(", ", row.fields().keySet()) : "";
  }

  /** What a row is known by. */
  String key(PromptRow row) {
    Optional<String> id =
        Optional.ofNullable(row.fields().get(PromptRow.ID)).filter(text -> !text.isBlank());
    return id.orElseGet(() -> Digest.hex(prompt(row), 12));
  }

  private String prompt(PromptRow row) {
    try {
      return wording.prompt().of(row.fields());
    } catch (IllegalArgumentException wrong) {
      throw new BadPrompts(rows.name(), row.line(), wrong.getMessage() + having(row));
    }
  }
}
