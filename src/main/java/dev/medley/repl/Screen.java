package dev.medley.repl;

import dev.medley.chat.Cancellation;
import dev.medley.render.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a conversation is typed and shown: a terminal, or plain streams. */
public interface Screen extends AutoCloseable {
  /** Tells who proposes what may stand where the last of some words stands. */
  default void completing(Function<List<String>, List<Suggestion>> proposals) {}

  /** Waits for what is typed next. */
  Typed read(String prompt);

  /** Asks for a short answer; empty when it is left open, or when nobody is there to ask. */
  Optional<String> ask(String question);

  /** Whether somebody is there to ask. */
  boolean interactive();

  /** Takes the pieces of an answer and shows them. */
  AnswerView answer();

  /** A line that was asked for, such as a table's. */
  void println(String line);

  /** A line about what happens. */
  void note(String line);

  /** A piece of a line about what happens. */
  void noteRaw(String text);

  /** How lines look. */
  Style style();

  /** How lines about what happens look. */
  Style noteStyle();

  /** Where lines had better end. */
  int columns();

  /** Does the work; Ctrl-C cancels it, and what is typed meanwhile waits for its turn. */
  <T> T during(Cancellation cancellation, Supplier<T> work);

  /** Lets the user write in their editor; empty when they left it without a change. */
  Optional<String> edit(String text);

  /** Puts the text on the clipboard of whoever sits at the terminal; false: there is none. */
  boolean copy(String text);

  @Override
  void close();

  /** An answer while it comes. What it says is untrusted. */
  interface AnswerView {
    void text(String piece);

    /** Ends the last line, if it is open. */
    void finish();
  }
}
