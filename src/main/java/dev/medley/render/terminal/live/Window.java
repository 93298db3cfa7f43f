package dev.medley.render.terminal.live;

/** A terminal's window, whose size may change at any time. */
public interface Window {
  /** In cells; 0 for what is not known. */
  record Size(int columns, int rows) {}

  /** Now. */
  Size size();
}
