package dev.medley.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The tools that a model wants called. Pieces of one call share an index, unless the id is new. */
final class ToolCalls {
  private record Call(String index, String id, String name) {
    boolean continuedBy(String otherIndex, String otherId) {
      return index.equals(otherIndex)
          && !(index.isEmpty() && otherId.isEmpty())
          && (otherId.isEmpty() || id.isEmpty() || id.equals(otherId));
    }
  }

  private static final int MOST = 100;
  private final List<Call> calls = new ArrayList<>();

  void accept(JsonNode piece) {
    String name = Lenient.text(piece.path("function"), "name").orElse("");
    String id = Lenient.text(piece, "id").orElse("");
    String index = piece.path("index").asText("");
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.get(i);
      if (call.continuedBy(index, id)) {
        calls.set(i, new Call(index, call.id.isEmpty() ? id : call.id, longer(call.name, name)));
        return;
      }
    }
    if (calls.size() < MOST && !(name.isEmpty() && id.isEmpty() && index.isEmpty())) {
      calls.add(new Call(index, id, name));
    }
  }

  private static String longer(String one, String other) {
    return one.length() >= other.length() ? one : other;
  }

  /** Their names, in order. */
  List<String> names() {
    return calls.stream().map(call -> call.name.isEmpty() ? "a tool" : call.name).toList();
  }
}
