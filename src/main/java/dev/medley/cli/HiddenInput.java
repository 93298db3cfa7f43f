package dev.medley.cli;

import java.util.Optional;

/** Asks for a line that is not shown while it is typed. */
@FunctionalInterface
public interface HiddenInput {
  /** What was typed; empty when there is no terminal to ask at, or its end was reached. */
  Optional<String> ask(String prompt);
}
