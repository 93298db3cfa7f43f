/**
 * What a prompt looks like: language, code, and the kind of task, by plain features and no call.
 */
package dev.medley.route.classify;
