/** Answers without names, for a person to choose from. */
package dev.medley.compare.vote;
