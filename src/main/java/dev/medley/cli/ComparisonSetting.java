package dev.medley.cli;

/**
 * What every comparison works with: who is asked, and where that is shown.
 *
 * @param panel who is asked, and how
 */
record ComparisonSetting(Services services, OutputOptions output, Console console, Panel panel) {
  /** The same with others to ask. */
  ComparisonSetting asking(Panel others) {
    return new ComparisonSetting(services, output, console, others);
  }
}
