package dev.medley.render.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * One file that needs nothing beside it: light and dark, for keyboard and phone. Its policy lets
 * only its own script run and nothing be fetched, whatever stands in an answer.
 */
final class HtmlReport implements ReportFormat {
  @Override
  public void write(Report report, Writer out) throws IOException {
    String script = resource("report.js");
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'; script-src 'sha256-"
            + sha256(script)
            + "'; base-uri 'none'; form-action 'none'\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>" + Html.escaped(title(report)) + "</title>\n");
    out.write("<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n");
    out.write("<header><h1>" + Html.escaped(title(report)) + "</h1><p>");
    out.write(report.heading() + "</p></header>\n<main>\n");
    new HtmlSummary(report).write(out);
    new HtmlCases(report).write(out);
    out.write(
        "</main>\n<footer><p>Made by medley. Latency is that of the last try, cost that of"
            + " all.</p></footer>\n");
    out.write("<script>" + script + "</script>\n</body>\n</html>\n");
  }

  private static String title(Report report) {
    List<String> names = report.models().stream().map(Object::toString).toList();
    return names.size() > 4
        ? "Comparison of " + names.size() + " models"
        : "Comparison of " + String.join(", ", names);
  }

  private static String sha256(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }
}
