/** What changed between two runs of the same cases. */
package dev.medley.compare.difference;
