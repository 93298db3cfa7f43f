/** Results kept in a file of JSON lines as they come, and a run that goes on from there. */
package dev.medley.compare.journal;
