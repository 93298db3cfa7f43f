/** The terminal: reading lines, keys, completion, what was typed before. */
package dev.medley.repl.line;
