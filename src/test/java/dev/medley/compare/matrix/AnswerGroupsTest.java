package dev.medley.compare.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.medley.chat.FailureKind;
import dev.medley.compare.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerGroupsTest {
  private final List<String> heard = new ArrayList<>();
  private final AnswerGroups groups =
      new AnswerGroups(
          List.of(Results.model("a"), Results.model("b"), Results.model("a")),
          group -> heard.add(group.asked().key() + "~" + group.asked().run() + group.answered()));

  @Test
  void aGroupIsHeardOfWhenItIsComplete() throws IOException {
    groups.add(Results.of("one").answers("b", "x", 1));
    groups.add(Results.of("two").answers("a", "x", 1));
    assertEquals(List.of(), heard);
    groups.add(Results.of("one").answers("a", "x", 1));
    assertEquals(List.of("one~1[0, 1]"), heard);
    groups.add(Results.of("two").run(2).answers("b", "x", 1));
    groups.add(Results.of("two").fails("b", FailureKind.NETWORK));
    assertEquals(List.of("one~1[0, 1]", "two~1[0]"), heard);
    groups.close();
    assertEquals(List.of("one~1[0, 1]", "two~1[0]", "two~2[1]"), heard);
  }
}
