/** Which model for this prompt: tasks, rules, and a decision that carries its reasons. */
package dev.medley.route;
