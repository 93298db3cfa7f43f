package dev.medley.cli;

/** Where the text of an answer is shown while it comes. */
interface AnswerText {
  /** Called while the first text is waited for; loads what that will need. */
  default void prepare() {}

  void piece(String text);

  /** The answer is over: its last line is ended. What comes then is another answer. */
  void end();
}
