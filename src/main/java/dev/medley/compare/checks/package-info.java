/** What can be asked of an answer, and whether it is so; no model is needed to tell. */
package dev.medley.compare.checks;
