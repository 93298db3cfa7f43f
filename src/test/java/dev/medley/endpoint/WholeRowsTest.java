package dev.medley.endpoint;

import static dev.medley.WireScript.answer;
import static dev.medley.WireScript.bytes;
import static dev.medley.WireScript.events;
import static dev.medley.WireScript.json;
import static dev.medley.endpoint.Chunks.DONE;
import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.completion;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.medley.WireScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole answers, asked for without streaming. */
class WholeRowsTest {
  private static final String HI = "answered | «Hi» stop 3→2";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"bodies", "odd", "notAnswers"})
  void row(String name, WireScript script, String expected) {
    Overheard heard = new Overheard();
    String line = OutcomeLine.of(Wire.exchange(script, Wire.WHOLE, heard));
    assertEquals(expected, line);
  }

  static Stream<Arguments> bodies() {
    String hi = completion("'content':'Hi'");
    return Stream.of(
        row("plain", hi, HI),
        row("BOM", "\uFEFF" + hi, HI),
        row("white space before, and after", " \r\n" + hi + "\n\n", HI),
        row("more after the first value", hi + "garbage", HI),
        arguments("9router: as an event stream with [DONE] stuck to it", events(hi + DONE), HI),
        arguments(
            "a stream, though none was asked for",
            events(text("Hi") + STOP + DONE),
            "answered | «Hi» stop"),
        arguments(
            "no Content-Type", bytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + hi), HI),
        arguments("text/plain", answer(200, "Content-Type: text/plain\r\n", hi), HI),
        arguments("201", answer(201, "", hi), HI),
        arguments("gzip", WireScript.gzip("application/json", hi), HI),
        arguments(
            "HTTP/1.0, ends by closing, says keep-alive",
            bytes("HTTP/1.0 200 OK\r\nconnection: keep-alive\r\n\r\n" + hi),
            HI),
        arguments(
            "no length, never closed", bytes("HTTP/1.1 200 OK\r\n\r\n" + hi).thenSilence(), HI),
        row("in a list of one", "[" + hi + "]", HI),
        row("parts", completion("'content':[{'type':'text','text':'H'},'i']"), HI),
        row(
            "reasoning",
            completion("'content':'Hi','reasoning_content':'hm','reasoning':'hm'"),
            "answered | «Hi» thought «hm» stop 3→2"),
        row(
            "think tags",
            completion("'content':'<think>\\nhm\\n</think>\\n\\nHi'"),
            "answered | «Hi» thought «\nhm\n» stop 3→2"),
        row(
            "no opening tag",
            completion("'content':'hm\\n</think>\\n\\nHi'"),
            "answered | «Hi» thought «hm» stop 3→2"),
        row(
            "a legacy completion",
            Chunks.json("{'choices':[{'text':'Hi','finish_reason':'stop'}]}"),
            "answered | «Hi» stop"));
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        row(
            "finish_reason null",
            Chunks.json("{'choices':[{'message':{'content':'Hi'},'finish_reason':null}]}"),
            "answered | «Hi»"),
        row(
            "created a float, id a number, usage null",
            Chunks.json(
                "{'id':1,'created':1.7e9,'usage':null,'choices':[{'index':'0','message':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"),
        row(
            "usage in floats and strings",
            Chunks.json(
                "{'usage':{'prompt_tokens':11.0,'completion_tokens':'7'},'choices':[{'message':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop 11→7"),
        row(
            "Copilot: text and calls in two choices",
            Chunks.json(
                "{'choices':[{'finish_reason':'tool_calls','message':{'content':'Hi'}},{'finish_reason':'tool_calls','message':{'tool_calls':[{'id':'a','function':{'name':'f'}}]}}]}"),
            "answered | «Hi» tool_calls"),
        row(
            "text in the second choice only",
            Chunks.json(
                "{'choices':[{'index':0,'message':{'content':''}},{'index':1,'finish_reason':'stop','message':{'content':'Hi'}}]}"),
            "answered | «Hi» stop"),
        row(
            "two answers are not glued",
            Chunks.json(
                "{'choices':[{'index':0,'finish_reason':'stop','message':{'content':'Hi'}},{'index':1,'finish_reason':'length','message':{'content':'Ho'}}]}"),
            "answered | «Hi» stop"),
        row(
            "two calls without an index",
            Chunks.json(
                "{'choices':[{'message':{'content':null,'tool_calls':[{'function':{'name':'f'}},{'function':{'name':'g'}}]},'finish_reason':'tool_calls'}]}"),
            "empty: the model asked to call f, g and wrote no text | tool_calls"),
        row(
            "refusal",
            completion("'content':null,'refusal':'No.'"),
            "policy: the model refused: No. | stop 3→2"),
        row(
            "all in reasoning",
            Chunks.json(
                "{'choices':[{'message':{'content':'','reasoning':'hm'},'finish_reason':'length'}]}"),
            "empty: no answer: all output tokens went into reasoning | thought «hm» length"),
        row(
            "only thinking, without an opening tag",
            completion("'content':'hm\\n</think>\\n'"),
            "empty: the answer is empty | thought «hm» stop 3→2"));
  }

  static Stream<Arguments> notAnswers() {
    return Stream.of(
        row(
            "JSON cut in the middle, with its length",
            completion("'content':'Hi'").substring(0, 90),
            "malformed: the JSON of the answer is cut off"),
        row(
            "JSON broken in the middle",
            "{\"choices\": [nope]}",
            "malformed: the answer is not JSON"),
        row("empty object", "{}", "malformed: the body holds no choices: not a chat completion"),
        row(
            "no choices in the list",
            "{\"choices\":[]}",
            "malformed: the body holds no choices: not a chat completion"),
        row("empty", "", "empty: the server answered with an empty body"),
        arguments(
            "204",
            bytes("HTTP/1.1 204 No Content\r\n\r\n"),
            "empty: the server answered with an empty body"),
        row(
            "HTML",
            "<!DOCTYPE html><html><head><title>Sign\n in</title></head><body>x</body></html>",
            "malformed: the server answered with a web page: Sign in"),
        row(
            "HTML without a title",
            "<html><body>x</body></html>",
            "malformed: the server answered with a web page"),
        row("plain words", "Ollama is running", "malformed: not an answer: Ollama is running"),
        row(
            "JSON, but a model list",
            Chunks.json("{'object':'list','data':[]}"),
            "malformed: the body holds no choices: not a chat completion"));
  }

  private static Arguments row(String name, String body, String expected) {
    return arguments(name, json(body), expected);
  }
}
