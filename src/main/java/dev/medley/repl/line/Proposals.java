package dev.medley.repl.line;

import dev.medley.render.SafeText;
import dev.medley.repl.Suggestion;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab proposes. */
final class Proposals implements Completer {
  private Function<List<String>, List<Suggestion>> source = words -> List.of();

  void from(Function<List<String>, List<Suggestion>> proposals) {
    source = proposals;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (Suggestion one : source.apply(line.words().subList(0, line.wordIndex() + 1))) {
      candidates.add(
          new Candidate(
              one.text(),
              SafeText.forTerminal(one.text()),
              one.group().isEmpty() ? null : one.group(),
              one.description().isEmpty() ? null : SafeText.forTerminal(one.description()),
              null,
              null,
              one.complete()));
    }
  }
}
