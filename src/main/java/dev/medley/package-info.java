/** Start and end of the process, and the only code that sees every package. */
package dev.medley;
