/** The commands of a conversation, each a small object. */
package dev.medley.repl.command;
