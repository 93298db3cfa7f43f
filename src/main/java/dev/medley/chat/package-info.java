/** The language that all other packages speak: prompts, replies, outcomes, failures, numbers. */
package dev.medley.chat;
