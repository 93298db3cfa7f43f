/** Markdown on a terminal, rendered while it comes: what has been printed is never redrawn. */
package dev.medley.render.terminal.markdown;
