/** What a comparison leaves behind for people and other programs: a file each, by its ending. */
package dev.medley.render.report;
