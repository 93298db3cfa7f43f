package dev.medley.cli;

import dev.medley.config.DataFiles;
import dev.medley.config.Environment;
import dev.medley.config.HistorySettings;
import dev.medley.history.Recorder;

/** Begins and ends the keeping of what a command does. */
final class Recording {
  private final Services services;
  private final Console console;

  Recording(Services services, Console console) {
    this.services = services;
    this.console = console;
  }

  /** Opens the history beside the work, unless nothing is to be kept. */
  Recorder begin(OutputOptions output, HistorySettings settings) {
    return begin(!output.noLog, settings);
  }

  /** The same, for a conversation. */
  Recorder begin(ChatOptions options, HistorySettings settings) {
    return begin(!options.noLog(), settings);
  }

  private Recorder begin(boolean wanted, HistorySettings settings) {
    return wanted && settings.enabled()
        ? Recorder.to(services.history(why -> {}), settings.bodies())
        : Recorder.none();
  }

  /** An answer stays one, whether it could be kept or not. */
  void end(Recorder recorder) {
    recorder.finish().ifPresent(this::warn);
  }

  /** Says once that the store is of no use in this run. */
  void warn(String reason) {
    Environment environment = services.environment();
    String file = environment.display(DataFiles.history(environment));
    console.note(
        console.errStyle().yellow("warning:")
            + (" " + file + ": " + reason + "; going on without it"));
  }
}
