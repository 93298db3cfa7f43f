package dev.medley.endpoint;

import static dev.medley.WireScript.bytes;
import static dev.medley.WireScript.chunked;
import static dev.medley.WireScript.events;
import static dev.medley.WireScript.json;
import static dev.medley.endpoint.Chunks.DONE;
import static dev.medley.endpoint.Chunks.STOP;
import static dev.medley.endpoint.Chunks.delta;
import static dev.medley.endpoint.Chunks.event;
import static dev.medley.endpoint.Chunks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.medley.WireScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams as servers send them, byte by byte, and what becomes of each. */
class StreamRowsTest {
  private static final String HELLO = text("Hel") + text("lo") + STOP;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"framing", "chunks", "ends", "usage", "thinking", "tools"})
  void row(String name, WireScript script, String expected) {
    Overheard heard = new Overheard();
    String line = OutcomeLine.of(Wire.exchange(script, Wire.STREAMED, heard));
    assertEquals(expected, line);
  }

  static Stream<Arguments> framing() {
    String crlf = (HELLO + DONE).replace("\n", "\r\n");
    return Stream.of(
        row("plain", HELLO + DONE, "answered | «Hello» stop"),
        row("CRLF", crlf, "answered | «Hello» stop"),
        row("CR alone", (HELLO + DONE).replace("\n", "\r"), "answered | «Hello» stop"),
        arguments(
            "CRLF cut between CR and LF", cutAfterEach(crlf, '\r'), "answered | «Hello» stop"),
        arguments("CRLF cut inside data", cutAfterEach(crlf, 'a'), "answered | «Hello» stop"),
        row(
            "no space after the colon",
            (HELLO + DONE).replace(": ", ":"),
            "answered | «Hello» stop"),
        row(
            "two spaces after the colon",
            HELLO.replace(": ", ":  ") + DONE,
            "answered | «Hello» stop"),
        row(
            "Kimi: no space, but a [DONE] with one",
            HELLO.replace("data: ", "data:") + DONE,
            "answered | «Hello» stop"),
        row("BOM before the first event", "\uFEFF" + HELLO + DONE, "answered | «Hello» stop"),
        row("BOM and a comment", "\uFEFF: hi\n\n" + HELLO + DONE, "answered | «Hello» stop"),
        row(
            "blank lines before the first event",
            "\r\n\n\n" + HELLO + DONE,
            "answered | «Hello» stop"),
        row(
            "a data line of 128 KiB",
            text("x".repeat(128 << 10)) + STOP + DONE,
            "answered | «" + "x".repeat(128 << 10) + "» stop"),
        row(
            "event, id, retry and unknown fields",
            ("event: message\nid: 1\nretry: 3000\nfoo: bar\nbaz\n" + text("Hi") + STOP + DONE),
            "answered | «Hi» stop"),
        row(
            "pings",
            "event: ping\ndata: \n\nevent: ping\ndata: {\"type\":\"ping\"}\n\ndata:\n\ndata\n\n"
                + HELLO
                + DONE,
            "answered | «Hello» stop"),
        row(
            "comments between",
            ": OPENROUTER PROCESSING\n\n" + HELLO + ":\n\n" + DONE,
            "answered | «Hello» stop"),
        row(
            "one JSON value in several data lines",
            "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\ndata: \"Hi\"},\n"
                + "data: \"finish_reason\":\"stop\"}]}\n\n",
            "answered | «Hi» stop"),
        row(
            "events parted by single newlines",
            (HELLO + DONE).replace("\n\n", "\n"),
            "answered | «Hello» stop"),
        row(
            "bare JSON lines among data lines",
            text("Hel") + text("lo").substring(6) + STOP,
            "answered | «Hello» stop"),
        row(
            "no data: at all, JSON lines",
            HELLO.replace("data: ", "").replace("\n\n", "\n"),
            "answered | «Hello» stop"),
        row(
            "JSON lines and a [DONE]",
            HELLO.replace("data: ", "") + DONE,
            "answered | «Hello» stop"),
        row(
            "first line bare, the rest as events",
            text("Hel").substring(6) + text("lo") + STOP + DONE,
            "answered | «Hello» stop"),
        row(
            "a JSON array of chunks",
            "["
                + text("Hel").substring(6)
                + ","
                + text("lo").substring(6)
                + ","
                + STOP.substring(6)
                + "]",
            "answered | «Hello» stop"),
        arguments(
            "no Content-Type",
            bytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + HELLO + DONE),
            "answered | «Hello» stop"),
        arguments(
            "application/json promised, events sent",
            bytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                    + HELLO
                    + DONE),
            "answered | «Hello» stop"),
        arguments(
            "JSON though a stream was asked for",
            json(Chunks.completion("'content':'Hello'")),
            "answered | «Hello» stop 3→2"),
        arguments(
            "JSON promised as a stream",
            events(Chunks.completion("'content':'Hello'")),
            "answered | «Hello» stop 3→2"),
        arguments(
            "gzip", WireScript.gzip("text/event-stream", HELLO + DONE), "answered | «Hello» stop"),
        arguments("chunked", chunked(HELLO, DONE).lastChunk(), "answered | «Hello» stop"),
        arguments(
            "HTTP/1.0, ends by closing, says keep-alive",
            bytes(
                "HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-type: text/event-stream\r\n\r\n"
                    + HELLO
                    + DONE),
            "answered | «Hello» stop"));
  }

  static Stream<Arguments> chunks() {
    return Stream.of(
        row(
            "llama.cpp: no role, an empty delta, usage with the finish",
            delta("'content':'Hi'")
                + delta("'content':''")
                + event(
                    "{'choices':[{'finish_reason':'stop','index':0,'delta':{}}],'usage':{'prompt_tokens':3,'completion_tokens':2}}"),
            "answered | «Hi» stop 3→2"),
        row(
            "role in every delta",
            delta("'role':'assistant','content':'Hi'")
                + delta("'role':'assistant','content':'!'")
                + STOP,
            "answered | «Hi!» stop"),
        row(
            "role empty or null, tool_calls null",
            delta("'role':'','content':'Hi','tool_calls':null")
                + delta("'role':null,'content':'!'")
                + STOP,
            "answered | «Hi!» stop"),
        row(
            "created as a float",
            event(
                "{'created':1.772195752e+09,'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"),
        row(
            "fields nobody needs, of odd types",
            event(
                "{'id':7,'created':'1772195752000','model':null,'system_fingerprint':{},'choices':[{'index':'0','delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"),
        row(
            "choices missing, null, empty, of nulls",
            event("{'id':'x'}")
                + event("{'choices':null}")
                + event("{'choices':[]}")
                + event("{'choices':[null,3]}")
                + HELLO,
            "answered | «Hello» stop"),
        row(
            "delta missing, null, a string; content null",
            event("{'choices':[{}]}")
                + event("{'choices':[{'delta':null}]}")
                + event("{'choices':[{'delta':'x'}]}")
                + delta("'content':null")
                + HELLO,
            "answered | «Hello» stop"),
        row(
            "index null, then counting up",
            event("{'choices':[{'index':null,'delta':{'content':'a'}}]}")
                + event("{'choices':[{'index':1,'delta':{'content':'b'}}]}")
                + event("{'choices':[{'index':2,'delta':{'content':'c'},'finish_reason':'stop'}]}"),
            "answered | «abc» stop"),
        row(
            "error null in every chunk",
            event("{'error':null,'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"),
        row(
            "finish_reason empty but in the last",
            event("{'choices':[{'delta':{'content':'Hi'},'finish_reason':''}]}") + STOP,
            "answered | «Hi» stop"),
        row(
            "finish_reason \"null\"",
            event("{'choices':[{'delta':{'content':'Hi'},'finish_reason':'null'}]}") + STOP,
            "answered | «Hi» stop"),
        row(
            "vLLM: text and finish in one chunk, stop_reason a number",
            event(
                    "{'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop','stop_reason':151645}]}")
                + DONE,
            "answered | «Hi» stop"),
        row(
            "text after the finish",
            text("Hel") + STOP + text("lo") + DONE,
            "answered | «Hello» stop"),
        row(
            "content as parts",
            delta("'content':[{'type':'text','text':'Hel'},{'type':'text','text':'lo'}]") + STOP,
            "answered | «Hello» stop"),
        row(
            "content as strings in a list, and a value",
            delta("'content':['Hel']")
                + delta("'content':{'type':'text','text':{'value':'lo'}}")
                + STOP,
            "answered | «Hello» stop"),
        row(
            "message instead of delta, in pieces",
            event("{'choices':[{'message':{'content':'Hel'}}]}")
                + event("{'choices':[{'message':{'content':'lo'},'finish_reason':'stop'}]}"),
            "answered | «Hello» stop"),
        row(
            "text completion chunks",
            event("{'choices':[{'text':'Hel'}]}")
                + event("{'choices':[{'text':'lo','finish_reason':'stop'}]}"),
            "answered | «Hello» stop"),
        row(
            "a surrogate pair cut in two",
            delta("'content':'\\ud83d'") + delta("'content':'\\ude00!'") + STOP,
            "answered | «\uD83D\uDE00!» stop"),
        row(
            "half a surrogate pair, left alone",
            delta("'content':'a\\ud83d'") + STOP,
            "answered | «a\uFFFD» stop"),
        row(
            "bytes that are not UTF-8",
            "data: not json \uD83D\n\n" + HELLO,
            "answered | «Hello» stop"),
        row(
            "a broken chunk among good ones",
            text("Hel") + "data: {\"choices\":[{\n\n" + text("lo") + STOP,
            "answered | «Hello» stop"),
        row(
            "NaN somewhere",
            event("{'logprob':NaN,'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"));
  }

  static Stream<Arguments> ends() {
    String cut = "the stream ended early: no finish reason and no [DONE]";
    return Stream.of(
        row(
            "clean end without finish or [DONE]",
            text("Hel"),
            "truncated by network retryable: " + cut + " | «Hel»"),
        row(
            "a last event without a blank line",
            text("Hel") + STOP.strip(),
            "answered | «Hel» stop"),
        row("[DONE] and no finish reason", text("Hel") + DONE, "answered | «Hel»"),
        row("more after [DONE]", HELLO + DONE + text("junk") + DONE, "answered | «Hello» stop"),
        row(
            "usage after [DONE]",
            HELLO
                + DONE
                + event("{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':2}}"),
            "answered | «Hello» stop"),
        arguments(
            "[DONE], then silence", events(HELLO + DONE).thenSilence(), "answered | «Hello» stop"),
        arguments(
            "[DONE] with one newline, then silence",
            events(HELLO + DONE.strip() + "\n").thenSilence(),
            "answered | «Hello» stop"),
        arguments(
            "[DONE] right below the data, then silence",
            events((HELLO + DONE).replace("\n\n", "\n")).thenSilence(),
            "answered | «Hello» stop"),
        row(
            "[DONE] in quotes",
            HELLO + "data: \"[DONE]\"\n\n" + text("junk"),
            "answered | «Hello» stop"),
        row(
            "no events but comments",
            ": keep-alive\n\n: keep-alive\n\n",
            "network retryable: the stream ended before an answer began"),
        row(
            "nothing but [DONE]",
            DONE,
            "malformed: the body holds no choices: not a chat completion"),
        row("zero bytes", "", "empty: the server answered with an empty body"),
        arguments(
            "chunked, zero bytes",
            chunked().lastChunk(),
            "empty: the server answered with an empty body"),
        row("white space only", "\n\n \n", "empty: the server answered with an empty body"),
        row("a finish and no text", STOP + DONE, "empty: the answer is empty | stop"),
        row(
            "blank text",
            text(" ") + text("\\n") + STOP,
            "empty: the answer is empty | « \n» stop"),
        row(
            "filtered away",
            event("{'choices':[{'delta':{},'finish_reason':'content_filter'}]}"),
            "policy: the provider's filter removed the answer | content_filter"),
        row(
            "filtered midway",
            text("Hel") + event("{'choices':[{'delta':{},'finish_reason':'content_filter'}]}"),
            "truncated by policy: the provider's filter cut the answer off | «Hel» content_filter"),
        row(
            "length",
            text("Hel") + event("{'choices':[{'delta':{},'finish_reason':'length'}]}"),
            "answered | «Hel» length"));
  }

  static Stream<Arguments> usage() {
    return Stream.of(
        row(
            "in a chunk without choices",
            HELLO + usage("{'prompt_tokens':11,'completion_tokens':7}") + DONE,
            "answered | «Hello» stop 11→7"),
        row(
            "in choices[0] of the finish chunk",
            text("Hi")
                + event(
                    "{'choices':[{'delta':{},'finish_reason':'stop','usage':{'prompt_tokens':11,'completion_tokens':7}}]}"),
            "answered | «Hi» stop 11→7"),
        row(
            "x_groq",
            HELLO
                + event(
                    "{'choices':[],'x_groq':{'usage':{'prompt_tokens':11,'completion_tokens':7}}}"),
            "answered | «Hello» stop 11→7"),
        row(
            "null on every chunk",
            event("{'usage':null,'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop"),
        row(
            "a later null does not clear it",
            usage("{'prompt_tokens':11,'completion_tokens':7}")
                + event(
                    "{'usage':null,'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}]}"),
            "answered | «Hi» stop 11→7"),
        row(
            "the last one wins, no sum",
            usage("{'prompt_tokens':11,'completion_tokens':1}")
                + HELLO
                + usage("{'prompt_tokens':11,'completion_tokens':7}"),
            "answered | «Hello» stop 11→7"),
        row(
            "Gemini: text, finish and usage in one",
            event(
                "{'choices':[{'delta':{'content':'Hi'},'finish_reason':'stop'}],'usage':{'prompt_tokens':11,'completion_tokens':7}}"),
            "answered | «Hi» stop 11→7"),
        row(
            "floats",
            HELLO + usage("{'prompt_tokens':11.0,'completion_tokens':7.0}"),
            "answered | «Hello» stop 11→7"),
        row(
            "strings",
            HELLO + usage("{'prompt_tokens':'11','completion_tokens':'7.0'}"),
            "answered | «Hello» stop 11→7"),
        row(
            "OpenRouter: cost, and details with null",
            HELLO
                + usage(
                    "{'prompt_tokens':11,'completion_tokens':7,'cost':0.00012,'cost_details':{'upstream_inference_cost':null},'prompt_tokens_details':{'cached_tokens':4},'completion_tokens_details':{'reasoning_tokens':2}}"),
            "answered | «Hello» stop 11(4)→7(2) $0.00012"),
        row(
            "DeepSeek's cache",
            HELLO + usage("{'prompt_tokens':11,'completion_tokens':7,'prompt_cache_hit_tokens':4}"),
            "answered | «Hello» stop 11(4)→7"),
        row(
            "Moonshot's cache",
            HELLO + usage("{'prompt_tokens':11,'completion_tokens':7,'cached_tokens':4}"),
            "answered | «Hello» stop 11(4)→7"),
        row("a list", HELLO + usage("[]"), "answered | «Hello» stop"),
        row("a string", HELLO + usage("'none'"), "answered | «Hello» stop"),
        row(
            "lacks prompt_tokens",
            HELLO + usage("{'completion_tokens':7}"),
            "answered | «Hello» stop ?→7"),
        row(
            "negative, absurd and endless",
            HELLO + usage("{'prompt_tokens':-1,'completion_tokens':1e99,'cost':1e999}"),
            "answered | «Hello» stop"));
  }

  static Stream<Arguments> thinking() {
    return Stream.of(
        row(
            "reasoning_content",
            delta("'reasoning_content':'hm'") + HELLO,
            "answered | «Hello» thought «hm» stop"),
        row(
            "reasoning and reasoning_details",
            delta("'reasoning':'hm','reasoning_details':[{'type':'reasoning.text','text':'hm'}]")
                + HELLO,
            "answered | «Hello» thought «hm» stop"),
        row(
            "reasoning_details alone",
            delta(
                    "'reasoning_details':[{'type':'reasoning.text','text':'hm'},{'type':'reasoning.encrypted','data':'x'}]")
                + HELLO,
            "answered | «Hello» thought «hm» stop"),
        row(
            "the same twice",
            delta("'reasoning_content':'hm','reasoning':'hm'") + HELLO,
            "answered | «Hello» thought «hm» stop"),
        row(
            "the same twice, in two chunks",
            delta("'reasoning_content':'hm'") + delta("'reasoning':'hm'") + HELLO,
            "answered | «Hello» thought «hm» stop"),
        row(
            "Mistral's thinking parts",
            delta(
                    "'content':[{'type':'thinking','thinking':[{'type':'text','text':'hm'}]},{'type':'text','text':'Hi'}]")
                + STOP,
            "answered | «Hi» thought «hm» stop"),
        row(
            "think tags cut across deltas",
            text("<th") + text("ink>h") + text("m</thi") + text("nk>\\n\\nHi") + STOP,
            "answered | «Hi» thought «hm» stop"),
        row(
            "think tags never closed",
            text("<think>hm") + event("{'choices':[{'delta':{},'finish_reason':'length'}]}"),
            "empty: no answer: all output tokens went into reasoning | thought «hm» length"),
        row(
            "no opening tag",
            text("hm\\n") + text("</think>") + text("\\n\\nHi") + STOP,
            "answered | «Hi» thought «hm» stop"),
        row(
            "a closing tag that is only mentioned",
            text("Write </think> to end") + STOP,
            "answered | «Write </think> to end» stop"),
        row(
            "a later tag is text",
            text("A <think>x</think> tag") + STOP,
            "answered | «A <think>x</think> tag» stop"),
        row(
            "Gemma: all in reasoning, length",
            delta("'content':'','reasoning':'hm'")
                + event("{'choices':[{'delta':{},'finish_reason':'length'}]}"),
            "empty: no answer: all output tokens went into reasoning | thought «hm» length"),
        row(
            "refusal",
            delta("'content':null,'refusal':'I can'") + delta("'refusal':'not'") + STOP,
            "policy: the model refused: I cannot | stop"));
  }

  static Stream<Arguments> tools() {
    String asked = "empty: the model asked to call ";
    String end = " and wrote no text | tool_calls";
    String finish = event("{'choices':[{'delta':{},'finish_reason':'tool_calls'}]}") + DONE;
    return Stream.of(
        row(
            "two calls, arguments in pieces",
            call("'index':0,'id':'a','function':{'name':'f','arguments':''}")
                + call("'index':0,'function':{'arguments':'{}'}")
                + call("'index':1,'id':'b','function':{'name':'g'}")
                + finish,
            asked + "f, g" + end),
        row(
            "both with index 0",
            call("'index':0,'id':'a','function':{'name':'f'}")
                + call("'index':0,'id':'b','function':{'name':'g'}")
                + finish,
            asked + "f, g" + end),
        row(
            "the name in every piece",
            call("'index':0,'id':'a','function':{'name':'f'}")
                + call("'index':0,'id':'a','function':{'name':'f'}")
                + call("'index':0,'id':null,'function':{'name':'f'}")
                + finish,
            asked + "f" + end),
        row(
            "text and a call",
            text("Hi") + call("'index':0,'id':'a','function':{'name':'f'}") + finish,
            "answered | «Hi» tool_calls"));
  }

  private static String call(String members) {
    return delta("'tool_calls':[{" + members + "}]");
  }

  private static String usage(String json) {
    return event("{'choices':[],'usage':" + json + "}");
  }

  private static Arguments row(String name, String body, String expected) {
    return arguments(name, events(body), expected);
  }

  private static WireScript cutAfterEach(String stream, char where) {
    WireScript script = chunked();
    for (int from = 0; from < stream.length(); ) {
      int cut = stream.indexOf(where, from);
      int to = cut < 0 ? stream.length() : cut + 1;
      script = script.chunk(stream.substring(from, to)).pause(1);
      from = to;
    }
    return script.lastChunk();
  }
}
