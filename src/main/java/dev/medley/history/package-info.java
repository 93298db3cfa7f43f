/** SQLite: what was sent, what it cost, limits, model health. */
package dev.medley.history;
