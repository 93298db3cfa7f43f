/** Several answers side by side on a terminal, while they come and when they are there. */
package dev.medley.render.terminal.live;
