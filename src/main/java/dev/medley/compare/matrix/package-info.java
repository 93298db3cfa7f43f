/** Many prompts across many models: the cases, their results as records, and what runs them. */
package dev.medley.compare.matrix;
