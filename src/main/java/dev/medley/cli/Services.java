package dev.medley.cli;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.chat.Connection;
import dev.medley.chat.ModelLister;
import dev.medley.config.Environment;
import dev.medley.history.ModelHealth;
import dev.medley.send.Models;
import dev.medley.send.Sender;
import java.util.function.Consumer;

/** What commands need of the rest of the program, built when first asked for. */
public interface Services {
  Environment environment();

  Streams streams();

  /** For what must not be seen on the screen. */
  HiddenInput hiddenInput();

  Clock clock();

  /** Cancelled by Ctrl-C. */
  Cancellation cancellation();

  /** Of the program, such as {@code 0.1.0}. */
  String version();

  /** A new id for a run. */
  String newId();

  Models models(Connection connection);

  /** Asks endpoints for their models. */
  ModelLister lister(Connection connection);

  Sender sender(Models models);

  /**
   * Which models fail and which rest.
   *
   * @param warning hears, at most once, why that cannot be known
   */
  ModelHealth health(Consumer<String> warning);
}
