package dev.medley.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.medley.compare.matrix.CaseResult;
import dev.medley.compare.matrix.ResultLine;
import dev.medley.compare.matrix.ResultSink;
import java.util.List;
import java.util.function.Consumer;

/**
 * The document of {@code compare --json} for many prompts, written while results come: each in one
 * line, in the order of their ends. Not one of them is kept.
 */
public final class ComparisonStream implements ResultSink {
  private final Consumer<String> out;
  private final List<? extends ComparisonPart> parts;
  private boolean begun;

  /**
   * @param out takes text, without a line end added
   * @param parts what follows the results, each in a member of its own
   */
  public ComparisonStream(Consumer<String> out, List<? extends ComparisonPart> parts) {
    this.out = out;
    this.parts = List.copyOf(parts);
  }

  @Override
  public void add(CaseResult result) {
    out.accept((begun ? ",\n" : beginning()) + ResultLine.write(result));
    begun = true;
  }

  private static String beginning() {
    return "{\"schema_version\": 1, \"command\": \"compare\", \"results\": [\n";
  }

  @Override
  public void close() {
    ObjectNode end = JsonNodeFactory.instance.objectNode();
    parts.forEach(part -> part.addTo(end));
    StringBuilder text = new StringBuilder(begun ? "\n]" : beginning() + "]");
    end.properties()
        .forEach(
            member ->
                text.append(",\n\"")
                    .append(member.getKey())
                    .append("\": ")
                    .append(member.getValue()));
    out.accept(text.append("}\n").toString());
  }
}
