/** From rows of prompts to cases: templates filled in, variants and runs multiplied out. */
package dev.medley.compare.cases;
