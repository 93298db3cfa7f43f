package dev.medley.render.report;

import dev.medley.chat.ModelRef;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultSink;
import dev.medley.compare.statistics.ModelFigures;
import dev.medley.compare.totals.Totals;
import dev.medley.render.ComparisonPart;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A report in the making. It gathers results and is written when all have come, whole or not at
 * all: beside its place first, then renamed.
 */
public final class ReportFile implements ResultSink {
  private static final Map<String, ReportFormat> FORMATS =
      new TreeMap<>(
          Map.of(
              ".csv", new CsvReport(),
              ".json", new JsonDocument(),
              ".md", new MarkdownReport(),
              ".html", new HtmlReport(),
              ".xml", new JunitReport()));

  private final Path path;
  private final ReportFormat format;
  private final Instant at;
  private final List<? extends ComparisonPart> parts;
  private final Totals totals;
  private final ModelFigures figures;
  private final ResultSpool spool;

  /**
   * @param path its ending is one of {@link #endings}
   * @param parts what its notes are made of; each has heard of all results when this is closed
   */
  public ReportFile(
      Path path, Instant at, List<ModelRef> models, List<? extends ComparisonPart> parts)
      throws IOException {
    this.path = path;
    this.format = format(path.toString()).orElseThrow();
    this.at = at;
    this.parts = List.copyOf(parts);
    this.totals = new Totals(models);
    this.figures = new ModelFigures(models);
    this.spool = new ResultSpool(models);
  }

  /** Of files that can be written, such as {@code .html}. */
  public static Collection<String> endings() {
    return FORMATS.keySet();
  }

  /** Whether the name has one of the known endings. */
  public static boolean knows(String name) {
    return format(name).isPresent();
  }

  private static Optional<ReportFormat> format(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return FORMATS.entrySet().stream()
        .filter(known -> lower.endsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public void add(CaseResult result) throws IOException {
    spool.add(result);
    totals.add(result);
    figures.add(result);
  }

  @Override
  public void close() throws IOException {
    try (spool) {
      Path part = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        try (Writer out = writer(part)) {
          format.write(new Report(at, totals.models(), figures.rows(), parts, spool), out);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }
}
