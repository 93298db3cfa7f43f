package dev.medley.repl.command;

import dev.medley.config.Chain;
import dev.medley.config.Target;
import dev.medley.render.Figures;
import dev.medley.render.ModelsTable;
import dev.medley.render.RouteExplanation;
import dev.medley.repl.Chat;
import dev.medley.repl.Command;
import dev.medley.repl.Command.Group;
import dev.medley.repl.Destination;
import dev.medley.repl.Refused;
import dev.medley.repl.Said;
import dev.medley.repl.Suggestion;
import dev.medley.repl.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Whom prompts go to. */
final class ModelCommands {
  static final List<Command> ALL =
      List.of(
          new Command(
              "model",
              Group.MODELS,
              "[NAME]",
              "show the model, or go on with another",
              Names.MODEL,
              ModelCommands::model),
          new Command(
              "models",
              Group.MODELS,
              "[TEXT]",
              "models that can be used: window, price, key",
              (chat, argument) -> chat.program(words("models", argument))),
          new Command(
              "route",
              Group.MODELS,
              "[--explain] [PROMPT]",
              "let tasks and rules choose",
              (chat, before, word) ->
                  before.isEmpty() && word.startsWith("-")
                      ? List.of(
                          new Suggestion("--explain", "", "say where to and why, send nothing"))
                      : List.of(),
              ModelCommands::route),
          new Command(
              "fallback",
              Group.MODELS,
              "[MODELS|CHAIN|off]",
              "who answers when the model fails",
              ModelCommands::standIns,
              ModelCommands::fallback));

  private ModelCommands() {}

  private static void model(Chat chat, String name) {
    if (name.isEmpty()) {
      show(chat);
      return;
    }
    List<Target> found = chat.surroundings().named(List.of(name));
    if (found.size() != 1) {
      throw Refused.usage(
          name + " stands for " + found.size() + " models",
          "/compare asks them all; /fallback " + name + " asks one after the other");
    }
    Target model = found.get(0);
    chat.session().sendTo(new Destination.Direct(model, List.of()));
    if (!model.provider().key().map(key -> key.present()).orElse(true)) {
      chat.screen()
          .note(
              chat.screen().noteStyle().yellow("note:")
                  + " no key for "
                  + model.ref().provider()
                  + " is there ("
                  + model.provider().key().get().describe()
                  + ")");
    }
    chat.surroundings().warmUp(model);
  }

  private static void show(Chat chat) {
    if (!(chat.session().destination() instanceof Destination.Direct direct)) {
      chat.screen().println(chat.session().destination().label());
      return;
    }
    for (Target model : direct.candidates()) {
      String price =
          model
              .info()
              .price()
              .map(
                  p ->
                      "$"
                          + ModelsTable.plain(p.input())
                          + " in, $"
                          + ModelsTable.plain(p.output())
                          + " out per million tokens")
              .orElse("price unknown");
      String window =
          model.info().window().isPresent()
              ? "window " + Figures.count(model.info().window()) + " tokens"
              : "window unknown";
      chat.screen().println(model.ref() + " · " + window + " · " + price);
    }
  }

  private static void route(Chat chat, String argument) {
    if (argument.startsWith("--explain")) {
      explain(chat, argument.substring("--explain".length()).strip());
    } else if (argument.isEmpty()) {
      chat.session().sendTo(new Destination.Routed());
      chat.screen().note("tasks and rules choose the model now; /model NAME ends that");
    } else {
      chat.say(argument, new Destination.Routed());
    }
  }

  private static void explain(Chat chat, String prompt) {
    Said said =
        prompt.isEmpty()
            ? chat.session()
                .lastSaid()
                .orElseThrow(() -> Refused.usage("nothing was said yet", "/route --explain PROMPT"))
            : Said.of(prompt);
    new RouteExplanation(chat.screen().style(), chat.screen().columns())
        .of(chat.asking().routes().decide(said))
        .forEach(chat.screen()::println);
  }

  private static void fallback(Chat chat, String argument) {
    Destination there = chat.session().destination();
    if (argument.isEmpty()) {
      chat.screen().println(standsIn(there));
      return;
    }
    Chain chain = chat.surroundings().settings().routing().chains().get(argument);
    if (chain != null) {
      chat.session().sendTo(new Destination.Chained(chain));
    } else if (argument.equals("off")) {
      chat.session().sendTo(new Destination.Direct(first(chat), List.of()));
    } else {
      List<Target> after = chat.surroundings().named(Arrays.asList(argument.split("[,\\s]+")));
      chat.session().sendTo(new Destination.Direct(first(chat), after));
    }
    chat.screen().println(standsIn(chat.session().destination()));
  }

  private static Target first(Chat chat) {
    return chat.session().model().orElseGet(() -> chat.surroundings().named(List.of()).get(0));
  }

  private static String standsIn(Destination there) {
    if (there instanceof Destination.Direct direct) {
      return direct.after().isEmpty()
          ? direct.model().ref() + ", and nobody stands in for it"
          : direct.candidates().stream()
              .map(target -> target.ref().toString())
              .collect(Collectors.joining(", then "));
    }
    return there instanceof Destination.Chained chained
        ? String.join(", then ", chained.chain().models())
        : "whom tasks and rules choose";
  }

  private static List<Suggestion> standIns(Chat chat, List<String> before, String word) {
    List<Suggestion> all = new ArrayList<>(Names.chains(chat.surroundings().settings()));
    all.addAll(Names.MODELS.suggest(chat, before, word));
    all.add(new Suggestion("off", "", "nobody"));
    return before.isEmpty() ? all : List.of();
  }

  /** A command line of the program. */
  static String[] words(String command, String argument) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(Words.of(argument));
    return words.toArray(String[]::new);
  }
}
