/** The conversation: the loop, what is said and kept, and where it is shown. */
package dev.medley.repl;
