/** One prompt to one model: retries, waits, and the record of every attempt. */
package dev.medley.send;
