package dev.medley.cli;

import dev.medley.catalog.Prices;
import dev.medley.chat.Cancellation;
import dev.medley.chat.ChatModel;
import dev.medley.chat.Clock;
import dev.medley.chat.Connection;
import dev.medley.chat.Documents;
import dev.medley.chat.ModelLister;
import dev.medley.chat.Timeouts;
import dev.medley.config.Environment;
import dev.medley.config.Target;
import dev.medley.history.Conversations;
import dev.medley.history.History;
import dev.medley.history.Latencies;
import dev.medley.history.Ledger;
import dev.medley.history.ModelHealth;
import dev.medley.history.Spending;
import dev.medley.history.Votes;
import dev.medley.render.terminal.live.Window;
import dev.medley.repl.line.TerminalDoor;
import dev.medley.send.Alarm;
import dev.medley.send.Models;
import dev.medley.send.Sender;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** What commands need of the rest of the program, built when first asked for. */
public interface Services {
  Environment environment();

  Streams streams();

  /** The terminal's window. */
  Window window();

  /** For what must not be seen on the screen. */
  HiddenInput hiddenInput();

  Clock clock();

  Alarm alarm();

  /** Cancelled by Ctrl-C. */
  Cancellation cancellation();

  /** A new one in its place: a session has many requests, each with its own end. */
  Cancellation renewedCancellation();

  /** The terminal, for a conversation. */
  TerminalDoor terminal();

  /** Of the program, such as {@code 0.1.0}. */
  String version();

  /** Randomness that nobody can foresee; may be used by several threads. */
  RandomGenerator random();

  /** A new id for a run. */
  String newId();

  /** A prompt will be sent: what that needs is loaded beside the work until then. */
  void expectSending();

  Models models(Connection connection);

  /** Asks endpoints for their models. */
  ModelLister lister(Connection connection);

  /**
   * Models that are played by the embedded server, each by the simulated model that is named.
   *
   * @param roles who plays a target
   */
  Models rehearsal(Function<Target, String> roles, Timeouts timeouts);

  /**
   * A model in this process that answers everything at once, to practise with.
   *
   * @throws IOException where no port can be opened
   */
  Practice practice() throws IOException;

  /** There until it is closed. */
  interface Practice extends AutoCloseable {
    ChatModel model();

    @Override
    void close() throws IOException;
  }

  Sender sender(Models models);

  /**
   * Which models fail and which rest.
   *
   * @param warning hears, at most once, why that cannot be known
   */
  ModelHealth health(Consumer<String> warning);

  /**
   * What was asked, and what came of it.
   *
   * @param warning hears, at most once, why it cannot be used
   */
  History history(Consumer<String> warning);

  /**
   * What was said before, to go on with.
   *
   * @param warning hears, at most once, why it cannot be used
   */
  Conversations conversations(Consumer<String> warning);

  /**
   * How fast models have been.
   *
   * @param warning hears, at most once, why that cannot be known
   */
  Latencies latencies(Consumer<String> warning);

  /** What models are and cost; read when first asked. */
  Prices prices();

  /** Fetches what a person names by its address. */
  Documents documents(Connection connection);

  /** What was spent, by the history. */
  Spending spending(Consumer<String> warning);

  /**
   * What is spent under limits.
   *
   * @param warning hears, at most once, why that cannot be known
   */
  Ledger ledger(Consumer<String> warning);

  /**
   * Blind votes.
   *
   * @param warning hears, at most once, why they cannot be kept
   */
  Votes votes(Consumer<String> warning);
}
