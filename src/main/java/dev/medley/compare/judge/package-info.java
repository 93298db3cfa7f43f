/** A model that says which of two answers is better, and what follows from many such verdicts. */
package dev.medley.compare.judge;
