/** Routing tested like code: prompts, the decisions expected, and what all of it would cost. */
package dev.medley.route.trial;
