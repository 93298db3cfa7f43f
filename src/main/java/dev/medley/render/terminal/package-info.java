/** What only a terminal library knows: how wide text is. */
package dev.medley.render.terminal;
