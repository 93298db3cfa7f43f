/** Results to text: lines, tables and JSON for a given writer; knows no stream and no terminal. */
package dev.medley.render;
