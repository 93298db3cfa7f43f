/**
 * The command line: one class a subcommand, option mixins, exit codes, the one exception border.
 */
package dev.medley.cli;
