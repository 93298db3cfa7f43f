/** Files of prompts, row by row: text, JSON lines, CSV, YAML. */
package dev.medley.compare.prompts;
