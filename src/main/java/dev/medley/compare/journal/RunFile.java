package dev.medley.compare.journal;

import dev.medley.compare.matrix.CaseIdentity;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import dev.medley.compare.matrix.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of results, one a line. Where a case has several, because it was asked again, the last one
 * counts. Lines that are no result, such as the last one after a crash, are passed over.
 *
 * @param name as the user wrote it
 */
public record RunFile(String name, Path path) {
  private static final int LINES = 0;
  private static final int RESULTS = 1;
  private static final int FOREIGN = 2;

  /** Takes one result after the other. */
  @FunctionalInterface
  public interface Reader {
    void read(CaseResult result) throws IOException;
  }

  /** Takes one line after the other. */
  @FunctionalInterface
  public interface LineReader {
    void read(String line) throws IOException;
  }

  private interface NumberedReader {
    void read(int number, CaseResult result) throws IOException;
  }

  /**
   * The results that count, in the order of the file.
   *
   * @throws BadRunFile when the file holds no result at all, but something else
   */
  public void forEach(Reader reader) throws IOException {
    Tally last = last();
    numbered(
        (number, result) -> {
          if (last.get(CaseIdentity.of(result)) == number) {
            reader.read(result);
          }
        });
  }

  /** For each identity the number of its last line that is a result, from 1. */
  private Tally last() throws IOException {
    Tally last = new Tally();
    numbered((number, result) -> last.put(CaseIdentity.of(result), number));
    return last;
  }

  private void numbered(NumberedReader reader) throws IOException {
    int[] found = new int[3];
    forEachLine(
        line -> {
          found[LINES]++;
          found[FOREIGN] += ResultLine.begun(line) ? 0 : 1;
          Optional<CaseResult> result = ResultLine.read(line);
          if (result.isPresent()) {
            found[RESULTS]++;
            reader.read(found[LINES], result.get());
          }
        });
    if (found[RESULTS] == 0 && (found[LINES] > 1 || found[FOREIGN] > 0)) {
      throw new BadRunFile(name + " holds no results of medley compare");
    }
  }

  /** All lines, whatever is in them. */
  public void forEachLine(LineReader reader) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        reader.read(line);
      }
    }
  }
}
