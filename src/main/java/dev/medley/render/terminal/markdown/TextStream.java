package dev.medley.render.terminal.markdown;

import dev.medley.render.Style;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Brings a text to a terminal while it comes in pieces. */
public interface TextStream {
  /** How a text is brought to a terminal. */
  interface Factory {
    /**
     * @param out hears what is to be written
     * @param columns the width of the terminal now, in cells
     */
    TextStream open(Consumer<String> out, Style style, IntSupplier columns);
  }

  /** The next piece of the text; never half a surrogate pair. */
  void feed(String piece);

  /** The text is over; what was written ends with a line end, if it is anything. */
  void finish();
}
