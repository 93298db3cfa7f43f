package dev.medley.render.report;

import dev.medley.compare.matrix.CaseResult;
import dev.medley.render.ComparisonStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/** The document of {@code compare --json}, results in the order of their cases. */
final class JsonDocument implements ReportFormat {
  @Override
  public void write(Report report, Writer out) throws IOException {
    try (ComparisonStream stream = new ComparisonStream(text -> put(out, text), report.parts())) {
      report
          .results()
          .forEach(
              group -> {
                for (Optional<CaseResult> result : group.results()) {
                  result.ifPresent(stream::add);
                }
              });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void put(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
