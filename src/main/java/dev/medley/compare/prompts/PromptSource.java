package dev.medley.compare.prompts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where rows come from; they can be read any number of times. */
public interface PromptSource {
  /** For messages; may be empty. */
  String name();

  PromptRows open() throws IOException;

  /** The one prompt of a command line. */
  static PromptSource of(String prompt) {
    return new PromptSource() {
      @Override
      public String name() {
        return "";
      }

      @Override
      public PromptRows open() {
        return new OneRow(new PromptRow(0, Map.of(PromptRow.PROMPT, prompt), List.of()));
      }
    };
  }

  /** A single row. */
  final class OneRow implements PromptRows {
    private PromptRow row;

    OneRow(PromptRow row) {
      this.row = row;
    }

    @Override
    public Optional<PromptRow> next() {
      Optional<PromptRow> next = Optional.ofNullable(row);
      row = null;
      return next;
    }

    @Override
    public void close() {}
  }
}
