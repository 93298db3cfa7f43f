package dev.medley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.medley.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates from the command line to the request. */
class TemplatesTest {
  private static final String FOLDER = ".config/medley/templates/";

  @TempDir private Path home;
  private CliRun medley;

  @BeforeEach
  void start() {
    medley = new CliRun(home);
  }

  private JsonNode body(String... args) throws IOException {
    CliRun.Result result = medley.run(args);
    assertEquals(0, result.code(), result.err());
    return new JsonMapper().readTree(result.out()).path("body");
  }

  private void refused(String err, String... args) {
    assertEquals(new CliRun.Result(2, "", err), medley.run(args));
  }

  @Test
  void theInputTakesItsPlaceAndFlagsComeFirst() throws IOException {
    medley.file(
        FOLDER + "rhyme.yaml",
        """
        system: You rhyme in {{language}}.
        prompt: "About {{input}}, {{lines}} lines."
        variables: {language: English, lines: 4}
        model: demo/sage
        options: {temperature: 0.9, max_tokens: 100}
        """);

    JsonNode plain = body("ask", "-t", "rhyme", "--dry-run", "the", "sea");
    JsonNode flags =
        body(
            "ask",
            "-t",
            "rhyme",
            "-p",
            "language=German",
            "-m",
            "demo/swift",
            "--temperature",
            "0.1",
            "--dry-run",
            "the sea");

    assertEquals("sage", plain.path("model").asText());
    assertEquals("You rhyme in English.", plain.at("/messages/0/content").asText());
    assertEquals("About the sea, 4 lines.", plain.at("/messages/1/content").asText());
    assertEquals("0.9", plain.path("temperature").asText());
    assertEquals("swift", flags.path("model").asText());
    assertEquals("You rhyme in German.", flags.at("/messages/0/content").asText());
    assertEquals("0.1", flags.path("temperature").asText());
    assertEquals(100, flags.path("max_tokens").asInt());
  }

  @Test
  void pipedTextIsInputAndFollowsAPromptWithoutAPlace() throws IOException {
    medley.file(FOLDER + "count.yaml", "prompt: Count the words.\nmodel: demo/swift\n");

    assertEquals(
        "Count the words.\n\nsome text",
        medleyPiped("some text\n").at("/messages/0/content").asText());
    assertEquals(
        "Count the words.",
        body("ask", "-t", "count", "--dry-run").at("/messages/0/content").asText());
  }

  private JsonNode medleyPiped(String text) throws IOException {
    medley.piped(text);
    JsonNode body = body("ask", "-t", "count", "--dry-run");
    medley.input(java.io.InputStream.nullInputStream(), Streams.InputKind.NONE);
    return body;
  }

  @Test
  void aTemplateOfTheConfigurationNamesATask() throws IOException {
    medley.config(
        """
        tasks: {brief: {models: [demo/steady], system: Be brief.}}
        templates:
          tldr: {prompt: "tl;dr: {{input}}", task: brief}
        """);

    JsonNode asked = body("ask", "-t", "tldr", "--dry-run", "x");
    JsonNode routed = body("route", "-t", "tldr", "--dry-run", "x");

    assertEquals("steady", asked.path("model").asText());
    assertEquals("steady", routed.path("model").asText());
    assertEquals("Be brief.", routed.at("/messages/0/content").asText());
    assertEquals("tl;dr: x", routed.at("/messages/1/content").asText());
  }

  @Test
  void schemaAndExtractComeWithIt() {
    medley.file(
        FOLDER + "fact.yaml",
        "prompt: '{{input}}'\nschema: {type: object, properties: {n: {type: string, enum: ['1']}}}\n");

    CliRun.Result result = medley.run("ask", "-t", "fact", "-m", "demo/swift", "--dry-run", "x");

    assertTrue(
        result.out().contains("\"enum\" : [ \"1\" ]") || result.out().contains("[\"1\"]"),
        result.out());
    assertEquals(13, medley.run("ask", "-t", "fact", "-m", "demo/swift", "x").code());
    assertEquals(13, medley.run("ask", "-t", "shell-command", "-m", "demo/swift", "ls").code());
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsSent() {
    refused(
        """
        error: usage
          no template "sumarize"
          → did you mean summarize?
        """,
        "ask",
        "-t",
        "sumarize",
        "x");
    refused(
        """
        error: usage
          template translate needs a value for to
          → give it: -p to=…
        """,
        "ask",
        "-t",
        "translate",
        "x");
    refused(
        """
        error: usage
          template summarize has no {{lenght}}
          → did you mean length?
        """,
        "ask",
        "-t",
        "summarize",
        "-p",
        "lenght=x",
        "x");
    refused(
        """
        error: usage
          template summarize needs input
          → pipe it, name a file with -f, or give it as an argument
        """,
        "ask",
        "-t",
        "summarize",
        "-m",
        "demo/swift");
    refused(
        """
        error: usage
          -p goes with a template
          → name it with -t NAME
        """,
        "ask",
        "-p",
        "a=b",
        "x");
  }

  @Test
  void aBrokenFileNamesItsLine() {
    medley.file(FOLDER + "odd.yaml", "prompt: '{{input}}'\nvariables: {x: 1}\nmodle: a\n");

    CliRun.Result result = medley.run("ask", "-t", "odd", "x");

    assertEquals(3, result.code());
    assertEquals(
        """
        error: config
          2 problems in the configuration
          → mend the lines below; medley config check looks again
          ~/.config/medley/templates/odd.yaml:3: modle: unknown key (did you mean "model"?)
          ~/.config/medley/templates/odd.yaml:2: variables.x: neither prompt nor system has a {{x}}
        """,
        result.err());
    assertTrue(medley.run("templates", "list").out().contains("odd"), "it is listed all the same");
  }

  @Test
  void flagsBecomeATemplateThatSaysTheSame() throws IOException {
    String[] flags = {
      "ask",
      "-m",
      "demo/swift",
      "-s",
      "Two\nlines",
      "--temperature",
      "0.3",
      "-o",
      "stop=\"1\"",
      "-x"
    };
    String[] saving = concat(flags, "--save", "mine", "Say {{input}} in {{language}}");

    CliRun.Result saved = medley.run(saving);
    Path file = home.resolve(FOLDER + "mine.yaml");

    assertEquals(new CliRun.Result(0, file + "\n", ""), saved);
    assertEquals(
        """
        system: |-
          Two
          lines
        prompt: "Say {{input}} in {{language}}"
        model: demo/swift
        options:
          temperature: 0.3
          stop: "1"
        extract: true
        """,
        Files.readString(file));
    assertEquals(Files.readString(file), medley.run("templates", "show", "mine").out());
    JsonNode body = body("ask", "-t", "mine", "-p", "language=Latin", "--dry-run", "hi");
    assertEquals("Say hi in Latin", body.at("/messages/1/content").asText());
    assertTrue(body.path("stop").isTextual(), body.toString());
    assertEquals(2, medley.run(saving).code(), "nothing is written over");
    assertEquals(2, medley.run("ask", "--save", "../evil", "x").code());
  }

  private static String[] concat(String[] first, String... more) {
    return java.util.stream.Stream.of(first, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  @Test
  void aCopyIsOneToChangeAndComesBeforeTheBundledOne() throws IOException {
    medley.run("templates", "new", "title", "--from", "title");
    Path file = home.resolve(FOLDER + "title.yaml");
    Files.writeString(file, Files.readString(file).replace("Give the text above", "Find"));

    JsonNode body = body("ask", "-t", "title", "-m", "demo/swift", "--dry-run", "x");

    assertTrue(body.at("/messages/0/content").asText().startsWith("x\n\nFind a title"));
    JsonNode listed =
        new JsonMapper()
            .readTree(medley.run("templates", "list", "--json").out())
            .path("templates");
    assertEquals(12, listed.size());
    listed.forEach(one -> assertTrue(one.path("problem").isNull(), one.toString()));
    assertEquals("~/" + FOLDER + "title.yaml", listed.get(9).path("from").asText());
    assertEquals(0, medley.run("templates", "new", "blank").code());
    assertEquals(0, medley.run("ask", "-t", "blank", "-m", "demo/swift", "x").code());
  }

  @Test
  void everyBundledOneSurvivesBeingWrittenAndRead() throws IOException {
    for (JsonNode one :
        new JsonMapper()
            .readTree(medley.run("templates", "list", "--json").out())
            .path("templates")) {
      String name = one.path("name").asText();
      String shown = medley.run("templates", "show", name).out();
      medley.file(FOLDER + name + "2.yaml", shown);
      assertEquals(shown, medley.run("templates", "show", name + "2").out());
    }
  }
}
