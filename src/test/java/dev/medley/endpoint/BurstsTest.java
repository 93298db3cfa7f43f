package dev.medley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.ReplyListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private final List<String> heard = new ArrayList<>();
  private final Bursts bursts =
      new Bursts(
          new ReplyListener() {
            @Override
            public void onText(String piece) {
              heard.add(piece);
            }

            @Override
            public void onReasoning(String piece) {
              heard.add("(" + piece + ")");
            }

            @Override
            public void onNotice(String notice) {
              heard.add("!" + notice);
            }
          });

  @Test
  void joinsWhatCameTogetherInItsOrder() {
    bursts.onReasoning("a");
    bursts.onReasoning("b");
    bursts.onText("c");
    bursts.onText("d");
    bursts.onNotice("e");
    bursts.onText("f");
    bursts.pass();
    bursts.pass();
    assertEquals(List.of("(ab)", "cd", "!e", "f"), heard);
  }

  @Test
  void holdsNothingBackWhileTheNetworkIsWaitedFor() throws IOException {
    List<List<String>> atEachRead = new ArrayList<>();
    InputStream network =
        new ByteArrayInputStream(new byte[3]) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            atEachRead.add(List.copyOf(heard));
            return super.read(bytes, offset, 1);
          }
        };
    InputStream between = bursts.between(network);
    byte[] buffer = new byte[8];
    between.read(buffer);
    bursts.onText("one ");
    bursts.onText("two");
    between.read(buffer);
    bursts.onText("three");
    between.read(buffer);
    assertEquals(List.of(List.of(), List.of("one two"), List.of("one two", "three")), atEachRead);
  }
}
