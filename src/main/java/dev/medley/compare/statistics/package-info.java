/** What may be said of repeated measurements, and how surely: figures, intervals, tests. */
package dev.medley.compare.statistics;
