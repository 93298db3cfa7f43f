package dev.medley.compare.prompts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.medley.compare.checks.CheckSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A header and rows (RFC 4180); a quoted field may hold line ends, empty lines are none. */
final class CsvRows implements PromptRows {
  private final PromptFile file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;

  CsvRows(PromptFile file, char separator) throws IOException {
    this.file = file;
    TextLines.check(file);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .detectBomHeader(true)
            .maxBufferSize(1 << 27)
            .ofCsvRecord(Files.newInputStream(file.path()));
    this.records = reader.iterator();
    this.header = record().map(this::header).orElse(List.of());
  }

  private List<String> header(CsvRecord first) {
    List<String> names = first.getFields().stream().map(String::strip).toList();
    for (String name : names) {
      if (name.isEmpty()) {
        throw file.bad(1, "a column of the header has no name");
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw file.bad(1, "two columns of the header have the same name");
    }
    return names;
  }

  @Override
  public Optional<PromptRow> next() {
    return record().map(this::row);
  }

  private Optional<CsvRecord> record() {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException | UncheckedIOException wrong) {
      throw file.bad(0, "not CSV: " + cause(wrong));
    }
  }

  private static String cause(RuntimeException wrong) {
    Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
    return String.valueOf(cause.getMessage());
  }

  private PromptRow row(CsvRecord record) {
    int line = (int) record.getStartingLineNumber();
    if (record.getFieldCount() != header.size()) {
      throw file.bad(
          line, "has " + record.getFieldCount() + " fields, the header has " + header.size());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    List<CheckSpec> checks = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(PromptRow.CHECKS)) {
        checks.addAll(checks(line, record.getField(i)));
      } else {
        fields.put(header.get(i), record.getField(i));
      }
    }
    return new PromptRow(line, fields, checks);
  }

  /** One a line of the field. */
  private List<CheckSpec> checks(int line, String field) {
    try {
      return field.lines().filter(text -> !text.isBlank()).map(CheckSpec::parse).toList();
    } catch (IllegalArgumentException wrong) {
      throw file.bad(line, wrong.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
