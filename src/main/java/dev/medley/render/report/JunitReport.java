package dev.medley.render.report;

import dev.medley.chat.Failure;
import dev.medley.compare.matrix.AnswerGroups.Group;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.CheckResult;
import dev.medley.compare.totals.ModelTotals;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For build servers: a test suite a model, a test a case (the format of JUnit's and Ant's XML
 * reports). An answer that did not pass a check has failed; a case without an answer is an error,
 * one that was never asked is skipped.
 */
final class JunitReport implements ReportFormat {
  private static final int LONGEST_NAME = 80;

  @Override
  public void write(Report report, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "medley compare");
      for (int model = 0; model < report.totals().size(); model++) {
        suite(xml, report, model);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
      out.write("\n");
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  /**
   * @param failed answers that did not pass
   * @param skipped cases that were not asked
   */
  private record Outcomes(int failed, int skipped) {
    static Outcomes of(Report report, int model) throws IOException {
      int[] counts = new int[2];
      report
          .results()
          .forEach(
              group -> {
                Optional<CaseResult> result = group.results().get(model);
                boolean answered = result.filter(r -> r.outcome().answered()).isPresent();
                counts[0] += answered && !result.get().passed() ? 1 : 0;
                counts[1] += result.isEmpty() ? 1 : 0;
              });
      return new Outcomes(counts[0], counts[1]);
    }
  }

  private static void suite(XMLStreamWriter xml, Report report, int model)
      throws XMLStreamException, IOException {
    ModelTotals totals = report.totals().get(model);
    Outcomes outcomes = Outcomes.of(report, model);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", CleanText.of(totals.model().toString()));
    xml.writeAttribute("tests", String.valueOf(totals.counts().asked() + outcomes.skipped()));
    xml.writeAttribute("failures", String.valueOf(outcomes.failed()));
    xml.writeAttribute("errors", String.valueOf(totals.counts().failed()));
    xml.writeAttribute("skipped", String.valueOf(outcomes.skipped()));
    xml.writeAttribute("timestamp", report.at().truncatedTo(ChronoUnit.SECONDS).toString());
    report.results().forEach(group -> test(xml, group, model));
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, Group group, int model) throws IOException {
    Optional<CaseResult> result = group.results().get(model);
    try {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", CleanText.of(group.asked().key()));
      xml.writeAttribute("name", CleanText.of(name(group)));
      xml.writeAttribute("time", result.map(r -> time(r)).orElse("0"));
      if (result.isEmpty()) {
        xml.writeEmptyElement("skipped");
      } else if (!result.get().outcome().answered()) {
        Failure failure = result.get().failure().orElseThrow();
        trouble(xml, "error", failure.kind().wireName(), failure.message(), "");
      } else if (!result.get().passed()) {
        trouble(xml, "failure", "check", failed(result.get().checks()), result.get().text());
      }
      xml.writeEndElement();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private static void trouble(
      XMLStreamWriter xml, String element, String type, String message, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", CleanText.of(message));
    xml.writeCharacters(CleanText.of(text));
    xml.writeEndElement();
  }

  private static String name(Group group) {
    String prompt = group.asked().question().prompt().strip().replaceAll("\\s+", " ");
    boolean brief = prompt.codePointCount(0, prompt.length()) <= LONGEST_NAME;
    String name =
        brief ? prompt : prompt.substring(0, prompt.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    return group.asked().run() > 1 ? name + " (run " + group.asked().run() + ")" : name;
  }

  private static String failed(List<CheckResult> checks) {
    StringBuilder text = new StringBuilder();
    for (CheckResult check : checks) {
      if (!check.passed()) {
        text.append(text.isEmpty() ? "" : "; ").append(check.check());
        text.append(check.detail().isEmpty() ? "" : " (" + check.detail() + ")");
      }
    }
    return text.toString();
  }

  private static String time(CaseResult result) {
    Duration total = result.outcome().timing().total();
    return String.format(Locale.ROOT, "%.3f", total.toNanos() / 1e9);
  }
}
