/** What many results come to: counts, sums and medians for each model. */
package dev.medley.compare.totals;
