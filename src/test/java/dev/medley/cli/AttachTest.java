package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.medley.CliRun;
import dev.medley.CliRun.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n and so on";

  @TempDir private Path home;

  @BeforeEach
  void files() throws IOException {
    bytes("photo.png", PNG);
    bytes("report.pdf", "%PDF-1.7 and so on");
    bytes("notes.txt", "just text");
    bytes("empty.png", "");
    Files.createDirectory(home.resolve("album"));
  }

  private void bytes(String name, String latin1) throws IOException {
    Files.write(home.resolve(name), latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  private CliRun cli() {
    return new CliRun(home);
  }

  private JsonNode content(String... args) throws IOException {
    String[] all = new String[args.length + 4];
    System.arraycopy(new String[] {"ask", "--dry-run", "-m", "demo/swift"}, 0, all, 0, 4);
    System.arraycopy(args, 0, all, 4, args.length);
    Result result = cli().run(all);
    assertEquals("", result.err());
    return new ObjectMapper()
        .readTree(result.out())
        .path("body")
        .path("messages")
        .path(0)
        .path("content");
  }

  @Test
  void aDryRunShowsThePartsAndTheSizeInPlaceOfTheContent() throws IOException {
    assertEquals(
        "[{\"type\":\"text\",\"text\":\"Compare\"},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,… (18 bytes)\"}},"
            + "{\"type\":\"file\",\"file\":{\"filename\":\"report.pdf\","
            + "\"file_data\":\"data:application/pdf;base64,… (18 bytes)\"}}]",
        content("-a", "photo.png", "--attach", "report.pdf", "Compare").toString());
  }

  @Test
  void anImageAloneIsAPrompt() throws IOException {
    JsonNode content = content("-a", "photo.png");
    assertEquals(1, content.size());
    assertEquals("image_url", content.path(0).path("type").asText());
  }

  @Test
  void aLinkIsPassedOnAsItIs() throws IOException {
    String url = "https://example.com/a%20photo.jpg?size=L";
    JsonNode parts = content("-a", url, "What is this?");
    assertEquals(url, parts.path(1).path("image_url").path("url").asText());
  }

  @Test
  void theKindIsReadFromTheContentAndNotFromTheName() throws IOException {
    bytes("holiday.jpeg", "RIFF\1\2\3\4WEBPVP8 ");
    bytes("noname", "\u00ff\u00d8\u00ff\u00e0 JFIF");
    bytes("moving.png", "GIF89a");
    JsonNode parts = content("-a", "holiday.jpeg", "-a", "noname", "-a", "moving.png", "hi");
    String all = parts.toString();
    assertTrue(all.contains("data:image/webp;base64,"), all);
    assertTrue(all.contains("data:image/jpeg;base64,"), all);
    assertTrue(all.contains("data:image/gif;base64,"), all);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nope.png | no such file: nope.png | check the path",
        "album | album is a folder | name the files in it, each with -a",
        "empty.png | empty.png is empty | attach a file with something in it",
        "notes.txt | notes.txt is of no kind that can be attached"
            + " | PNG, JPEG, GIF and WebP images, and PDF can; text goes with -f",
        "large.png | large.png has 20.1 MB; at most 20 MB can be sent"
            + " | attach a smaller version of it, or an image by its URL",
        "data:image/png;base64,AAAA | cannot attach a data: URL"
            + " | attach a file by its path, or an http(s) URL",
        "https://example.com/a.pdf | only images can be attached by URL, not https://example.com/a.pdf"
            + " | download the PDF and attach the file",
        "https://a b/c.png | not a URL: https://a b/c.png"
            + " | such as https://example.com/photo.jpg, with spaces as %20",
      })
  void whatCannotBeAttachedIsSaid(String path, String message, String hint) throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(home.resolve("large.png").toFile(), "rw")) {
      large.write(PNG.getBytes(StandardCharsets.ISO_8859_1));
      large.setLength(20_000_001);
    }
    assertEquals(
        new Result(2, "", "error: usage\n  " + message + "\n  → " + hint + "\n"),
        cli().run("ask", "-m", "demo/swift", "-a", path, "hi"));
  }

  @Test
  void anImageAsATextFileIsSentToTheRightOption() {
    assertEquals(
        new Result(
            2,
            "",
            """
            error: usage
              photo.png is a PNG image, not text
              → attach it: -a photo.png
            """),
        cli().run("ask", "-m", "demo/swift", "-f", "photo.png", "hi"));
  }

  @Test
  void itIsSentAndNotShown() {
    Result result = cli().run("ask", "-v", "--json", "-m", "demo/swift", "-a", "photo.png", "hi");
    assertEquals(0, result.code());
    assertFalse(result.out().contains("base64"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void theLargestOneThatIsAllowedIsSent() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(home.resolve("large.png").toFile(), "rw")) {
      large.write(PNG.getBytes(StandardCharsets.ISO_8859_1));
      large.setLength(20_000_000);
    }
    Result result = cli().run("ask", "-m", "demo/swift", "-a", "large.png", "hi");
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  @Test
  void inAChainAModelThatIsKnownToBeBlindIsSkipped() {
    Result result =
        cli().run("fallback", "-m", "demo/swift,demo/steady", "-a", "photo.png", "What is this?");
    assertEquals(11, result.code());
    assertTrue(result.err().contains("demo/swift skipped: it cannot see images"), result.err());
  }
}
