/** Many requests at once: how many in all, how many of each provider, and what a refusal means. */
package dev.medley.compare.dispatch;
