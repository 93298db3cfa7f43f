package dev.medley.endpoint;

import static dev.medley.endpoint.Chunks.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTemplateTest {
  private static Blocks bytes(String withApostrophes) {
    return Blocks.of(json(withApostrophes).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'m':1,'d':{'content':'b'},'f':null} | b",
        "{'m':1,'d':{'content':' größer 😀'},'f':null} | ` größer 😀`",
        "{'m':1,'d':{'content':''},'f':null} |",
        "{'m':1,'d':{'content':'\\n'},'f':null} |",
        "{'m':1,'d':{'content':'a','content':'b'},'f':null} |",
        "{'m':1,'d':{'content':'a'},'f':null},{'d':{'content':'b'},'f':null} |",
        "{'m':1,'d':{'content':null},'f':null} |",
        "{'m':2,'d':{'content':'b'},'f':null} |",
        "{'m':1,'d':{'content':'b'},'f':'stop'} |",
        "{'m':1,'d':{'content':'b |",
        "{} |"
      })
  void onlyTheTextMayDiffer(String chunk, String text) {
    ChunkTemplate template = new ChunkTemplate();
    template.learn(bytes("{'m':1,'d':{'content':'first'},'f':null}"), "first");
    assertEquals(text, template.textOf(bytes(chunk)));
  }

  @Test
  void bytesThatAreNoTextAreLeftToTheParser() {
    ChunkTemplate template = new ChunkTemplate();
    template.learn(bytes("{'content':'a'}"), "a");
    byte[] broken = json("{'content':'x'}").getBytes(StandardCharsets.UTF_8);
    broken[12] = (byte) 0xC3;
    assertNull(template.textOf(Blocks.of(broken)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{'content':'a'}, b",
        "{'content':{'content':'a'}}, a",
        "{'content' 'a'}, `}`",
        "{'text':'a'}, a",
        "{'\\u0063ontent':'a'}, a"
      })
  void whereTheTextIsMustBeClear(String chunk, String text) {
    ChunkTemplate template = new ChunkTemplate();
    template.learn(bytes("{'content':'a'}"), "a");
    template.learn(bytes(chunk), text);
    assertNull(template.textOf(bytes(chunk)));
    assertNull(template.textOf(bytes("{'content':'a'}")), "what was learned before is forgotten");
  }

  private static final List<String> PIECES =
      List.of(
          "'delta':{'content':'%s'}",
          "'delta':{'content':'%s','role':'assistant'}",
          "'delta':{'content':'%s','reasoning_content':''}",
          "'delta':{'content':'%s'},'finish_reason':null",
          "'delta':{'content':'%s'},'finish_reason':'length'",
          "'delta':{'content':'%s','reasoning':'why'}",
          "'delta':{'reasoning':'%s'}",
          "'delta':{'content':'%s','tool_calls':[{'index':0,'function':{'name':'f'}}]}",
          "'text':'%s'",
          "'message':{'content':'%s'}");
  private static final List<String> TEXTS =
      List.of("a", " b", "", "ä", "\\u00e4", "\\ud83d", "\\ude00", "<think>", "</think>\\n", "😀");

  /** What came of a stream, read with and without what chunks have in common. */
  @Test
  void nothingComesOutDifferent() throws IOException {
    Random random = new Random(9);
    for (int round = 0; round < 3_000; round++) {
      List<String> chunks = new ArrayList<>();
      List<String> unlike = new ArrayList<>();
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      for (int i = random.nextInt(12); i >= 0; i--) {
        piece = random.nextInt(4) > 0 ? piece : PIECES.get(random.nextInt(PIECES.size()));
        String index = random.nextInt(8) > 0 ? "0" : "1";
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        String choice = "{'index':" + index + "," + piece.replace("%s", text) + "}";
        String end = random.nextInt(12) > 0 ? "" : ",'usage':{'prompt_tokens':" + i + "}";
        chunks.add("{'model':'m','choices':[" + choice + "]" + end + "}");
        unlike.add("{'model':'m','n':" + i + ",'choices':[" + choice + "]" + end + "}");
      }
      assertEquals(read(unlike), read(chunks), () -> chunks.toString());
    }
  }

  private static String read(List<String> chunks) throws IOException {
    StringBuilder shown = new StringBuilder();
    ReplyBuilder builder = new ReplyBuilder(shown::append, t -> shown.append("(").append(t));
    String stream =
        Stream.concat(Stream.of(": hi\n\n"), chunks.stream().map(Chunks::event))
            .collect(Collectors.joining());
    var failure =
        new ReplyReader(builder, shown::append)
            .read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
    return builder.reply() + "\n" + shown + "\n" + failure + builder.toolCalls();
  }
}
