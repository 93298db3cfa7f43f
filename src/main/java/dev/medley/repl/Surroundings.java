package dev.medley.repl;

import dev.medley.chat.Cancellation;
import dev.medley.chat.Clock;
import dev.medley.config.Chain;
import dev.medley.config.Environment;
import dev.medley.config.Settings;
import dev.medley.config.Target;
import dev.medley.config.TemplateUse;
import dev.medley.config.Templates;
import dev.medley.fallback.Fallback;
import dev.medley.route.ModelPool;
import dev.medley.send.Sender;
import java.util.List;
import java.util.Map;

/**
 * What a conversation needs of the program around it. What names nothing, and what cannot be read,
 * ends in {@link Refused}.
 */
public interface Surroundings {
  Environment environment();

  Clock clock();

  Settings settings();

  Templates templates();

  /** The template of that name, with these values in its places. */
  TemplateUse template(String name, Map<String, String> values);

  /** All that the names stand for, in order; of no names the default model. */
  List<Target> named(List<String> names);

  /** The models that a route chooses from. */
  ModelPool pool();

  /** Every model that has a name here. */
  List<Target> known();

  /** A way to walk along these models. */
  Fallback.Plan plan(List<Target> candidates);

  Fallback.Plan plan(Chain chain);

  Fallback fallback();

  /** Asks one model, without any fallback. */
  Sender sender();

  /** What stands in a text file. */
  String text(String path);

  /** A text file to stand in front of what is said. */
  Enclosure quote(String path);

  /**
   * @param written a path, or an http(s) URL
   */
  Enclosure attach(String written);

  /** A conversation of the history, by its id, the id of a run in it, or how either begins. */
  Resumed resumed(String id);

  /** Keeps what is said and answered. */
  Journal journal();

  /** From now on Ctrl-C cancels this one, and no earlier one. */
  Cancellation renewedCancellation();

  /** Runs another command of the program, as from a command line; returns its exit code. */
  int run(String... args);

  /** Loads what the first request to this model needs. Nothing is sent. */
  void warmUp(Target target);
}
