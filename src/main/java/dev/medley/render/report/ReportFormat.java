package dev.medley.render.report;

import java.io.IOException;
import java.io.Writer;

/** A way to write a report down. */
@FunctionalInterface
interface ReportFormat {
  /**
   * @throws IOException when it cannot be written, or results cannot be read back
   */
  void write(Report report, Writer out) throws IOException;
}
